//! A command that goes on until it is ended, and a browser's side of HTTP.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use snapbox::cmd::cargo_bin;

use super::Folder;

/// Nothing takes so long, unless it hangs.
const PATIENCE: Duration = Duration::from_secs(90);

/// A running command. It is ended when dropped.
pub struct Live {
    child: Child,
    lines: Receiver<String>,
}

impl Live {
    /// Starts the command in a folder. It speaks English.
    pub fn start(folder: &Folder, arguments: &[&str]) -> Self {
        let mut child = Command::new(cargo_bin!("ita-report"))
            .env_remove("SOURCE_DATE_EPOCH")
            .args(["--lang", "en"])
            .args(arguments)
            .current_dir(folder.path(""))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let (sender, lines) = mpsc::channel();
        let streams: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().expect("standard output")),
            Box::new(child.stderr.take().expect("standard error")),
        ];
        for stream in streams {
            let sender = sender.clone();
            thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        Live { child, lines }
    }

    /// Waits for a line of output with this text.
    pub fn line(&self, text: &str) -> String {
        let mut seen = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) if line.contains(text) => return line,
                Ok(line) => seen.push(line),
                Err(_) => panic!("no line has {text}: {seen:#?}"),
            }
        }
    }

    /// Ends the command as Ctrl-C does. Returns its exit code.
    pub fn interrupt(mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-INT", &pid]).status().expect("kill");
        self.child.wait().expect("the command ends").code()
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The address of a preview.
pub struct Site {
    pub host: String,
    pub token: String,
}

/// An answer: its status, its header and its body.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Site {
    /// The address that a preview prints.
    pub fn of(live: &Live) -> Self {
        let address = live.line("http://127.0.0.1:");
        let (host, token) =
            address.trim_start_matches("http://").trim_end_matches('/').split_once('/').expect("a token");
        Site { host: host.to_owned(), token: token.to_owned() }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream
    }

    /// Sends a request with these header lines, and reads the answer to its end.
    pub fn send(&self, request: &str, lines: &[&str]) -> Answer {
        let mut stream = self.connect();
        let lines: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
        let request = format!("{request} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a header");
        let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        Answer { status, head, body: answer[end + 4..].to_vec() }
    }

    /// Gets a path below the token, as the page does.
    pub fn get(&self, path: &str) -> Answer {
        let host = format!("Host: {}", self.host);
        self.send(&format!("GET /{}/{path}", self.token), &[&host])
    }

    /// Follows a document.
    pub fn events(&self, document: &str) -> Events {
        let mut stream = self.connect();
        let (host, token) = (&self.host, &self.token);
        write!(stream, "GET /{token}/events/{document} HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("sent");
        Events(BufReader::new(stream))
    }
}

/// A stream of events.
pub struct Events(BufReader<TcpStream>);

impl Events {
    /// The data of the next event of this kind that is as wanted.
    pub fn next(&mut self, kind: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let (begun, mut event) = (Instant::now(), String::new());
        loop {
            assert!(begun.elapsed() < PATIENCE, "no {kind} event is as wanted");
            let mut line = String::new();
            let read = self.0.read_line(&mut line).expect("an event comes");
            assert!(read > 0, "the stream ended before a {kind} event");
            if let Some(name) = line.trim_end().strip_prefix("event: ") {
                event = name.to_owned();
            }
            if let Some(data) = line.strip_prefix("data: ").filter(|_| event == kind) {
                let data = serde_json::from_str(data).expect("JSON");
                if wanted(&data) {
                    return data;
                }
            }
        }
    }
}
