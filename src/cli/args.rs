//! The command's arguments. Their help texts are in `data/messages/`, under `help-COMMAND-ARGUMENT`.

use std::num::ParseIntError;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, CommandFactory, Parser, Subcommand, ValueEnum};

use super::catalogue::Catalogue;
use super::guard::{Limits, MOST_MEBIBYTES, MOST_SECONDS, RAN_AWAY};
use crate::disk::format_of_extension;
use crate::export::{Format, OutputKind};
use crate::profile::Profile;
use crate::report::Argument;
use crate::thai::digits::to_arabic;
use crate::view::Document;

/// The parsed arguments.
#[derive(Parser)]
#[command(name = "ita-report", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// Only declared here so that clap validates it. `Language::wanted` reads it before the arguments are parsed.
    #[arg(long, global = true, value_name = "th|en", value_parser = ["th", "en"], ignore_case = true)]
    lang: Option<String>,
}

#[derive(Subcommand)]
pub(super) enum Command {
    New(NewArgs),
    Check(CheckArgs),
    Render(RenderArgs),
    Batch(BatchArgs),
    Watch(WatchArgs),
    Preview(PreviewArgs),
    Templates(TemplatesArgs),
    Rules(RulesArgs),
}

#[derive(clap::Args)]
pub(super) struct RulesArgs {
    #[arg(value_name = "YEAR", value_parser = year)]
    pub year: i64,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(super) struct TemplatesArgs {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

#[derive(clap::Args)]
pub(super) struct NewArgs {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "YEAR", value_parser = year)]
    pub year: Option<i64>,
}

#[derive(clap::Args)]
pub(super) struct CheckArgs {
    #[arg(value_name = "FILE", required_unless_present = "explain")]
    pub files: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: CheckFormat,
    #[arg(long)]
    pub strict: bool,
    #[arg(long, conflicts_with = "explain")]
    pub fix: bool,
    #[arg(long, conflicts_with_all = ["explain", "fix"])]
    pub diff: bool,
    #[arg(long, value_name = "CODE")]
    pub allow: Vec<String>,
    #[arg(long, value_name = "CODE", conflicts_with = "files")]
    pub explain: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum CheckFormat {
    #[default]
    Human,
    Json,
}

#[derive(clap::Args)]
pub(super) struct RenderArgs {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub making: MakingArgs,
}

#[derive(clap::Args)]
pub(super) struct BatchArgs {
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    #[arg(long, value_name = "N")]
    pub jobs: Option<String>,
    #[arg(long)]
    pub resume: bool,
    #[arg(long, value_name = "K/N")]
    pub shard: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub summary: Option<PathBuf>,
    #[arg(long)]
    pub index: bool,
    #[command(flatten)]
    pub making: MakingArgs,
}

/// Which documents are made, and how.
#[derive(clap::Args)]
pub(super) struct MakingArgs {
    #[arg(long, value_parser = documents(), default_value = "report", value_name = "DOCUMENT")]
    pub document: Documents,
    #[arg(long, value_parser = formats(), value_name = "FORMAT")]
    pub format: Option<Format>,
    #[arg(long, value_parser = profiles(), default_value = "web", value_name = "PROFILE")]
    pub profile: Profile,
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[command(flatten)]
    template_limits: TemplateLimits,
    #[arg(long)]
    pub draft: bool,
    #[arg(long)]
    pub force: bool,
    #[arg(long, value_name = "CODE")]
    pub allow: Vec<String>,
    /// Whether another process follows one whose templates run away, see [`super::supervise`].
    #[arg(skip)]
    is_supervised: bool,
}

/// How much the user's templates may take.
#[derive(Clone, Copy, clap::Args)]
pub(super) struct TemplateLimits {
    #[arg(long, value_name = "SECONDS", requires = "templates")]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=MOST_SECONDS))]
    time_limit: Option<u64>,
    #[arg(long, value_name = "MIB", requires = "templates")]
    #[arg(value_parser = clap::value_parser!(u64).range(64..=MOST_MEBIBYTES))]
    memory_limit: Option<u64>,
}

impl TemplateLimits {
    /// What they may take for a report with so many texts.
    pub fn limits(&self, texts: usize) -> Limits {
        let usual = Limits::usual(texts as u64);
        Limits {
            seconds: self.time_limit.unwrap_or(usual.seconds),
            mebibytes: self.memory_limit.unwrap_or(usual.mebibytes),
            ..usual
        }
    }
}

impl MakingArgs {
    /// What the user's templates may take for a report with so many texts.
    pub fn limits(&self) -> impl Fn(usize) -> Limits + Send + Sync + 'static {
        let (limits, is_supervised) = (self.template_limits, self.is_supervised);
        move |texts| {
            let limits = limits.limits(texts);
            if is_supervised { Limits { exit_code: RAN_AWAY, ..limits } } else { limits }
        }
    }
}

impl RenderArgs {
    /// The format that `--format` gives, otherwise that of the output's extension, otherwise the default.
    pub fn format(&self) -> Format {
        self.making.format.or_else(|| format_of_extension(self.output.as_deref()?)).unwrap_or_default()
    }

    /// Whether rendering may make several files.
    pub fn makes_several_files(&self) -> bool {
        match self.format().output() {
            OutputKind::File => self.making.document == Documents::All,
            OutputKind::FilePerPage => true,
            OutputKind::Folder => false,
        }
    }
}

#[derive(clap::Args)]
pub(super) struct WatchArgs {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    #[arg(long, value_parser = documents(), default_value = "report", value_name = "DOCUMENT")]
    document: Documents,
    #[arg(long, value_parser = formats(), value_name = "FORMAT")]
    format: Option<Format>,
    #[arg(long, value_parser = profiles(), default_value = "web", value_name = "PROFILE")]
    profile: Profile,
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[command(flatten)]
    template_limits: TemplateLimits,
    #[arg(long)]
    draft: bool,
    #[arg(long, value_name = "CODE")]
    allow: Vec<String>,
}

impl From<&WatchArgs> for RenderArgs {
    fn from(args: &WatchArgs) -> Self {
        RenderArgs {
            files: vec![args.file.clone()],
            output: args.output.clone(),
            making: MakingArgs {
                document: args.document,
                format: args.format,
                profile: args.profile,
                templates: args.templates.clone(),
                template_limits: args.template_limits,
                draft: args.draft,
                force: false,
                allow: args.allow.clone(),
                is_supervised: true,
            },
        }
    }
}

#[derive(clap::Args)]
pub(super) struct PreviewArgs {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_parser = document(), default_value = "report", value_name = "DOCUMENT")]
    pub document: Document,
    #[arg(long, value_parser = profiles(), default_value = "web", value_name = "PROFILE")]
    pub profile: Profile,
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    pub port: u16,
    #[arg(long)]
    pub open: bool,
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[command(flatten)]
    pub template_limits: TemplateLimits,
    #[arg(long)]
    pub draft: bool,
    #[arg(long, value_name = "CODE")]
    pub allow: Vec<String>,
}

/// Reads a year in Thai or Arabic digits, with or without พ.ศ.
fn year(text: &str) -> Result<i64, ParseIntError> {
    to_arabic(text).trim().trim_start_matches("พ.ศ.").trim().parse()
}

/// The documents to make.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Documents {
    One(Document),
    All,
}

impl Documents {
    /// The documents as a list.
    pub fn each(&self) -> &[Document] {
        match self {
            Documents::One(document) => std::slice::from_ref(document),
            Documents::All => Document::ALL,
        }
    }
}

/// A parser that accepts one of `names` and converts it with `value`. Its error message lists the names.
fn one_of<T: Clone + Send + Sync + 'static>(
    names: impl IntoIterator<Item = &'static str>,
    value: impl Fn(&str) -> Option<T> + Clone + Send + Sync + 'static,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(names)
        .map(move |name| value(&name).expect("every possible value has a meaning"))
}

fn documents() -> impl TypedValueParser<Value = Documents> {
    let names = Document::ALL.iter().map(|document| document.name()).chain(["all"]);
    one_of(names, |name| match name {
        "all" => Some(Documents::All),
        name => name.parse().ok().map(Documents::One),
    })
}

fn document() -> impl TypedValueParser<Value = Document> {
    one_of(Document::ALL.iter().map(|document| document.name()), |name| name.parse().ok())
}

fn formats() -> impl TypedValueParser<Value = Format> {
    one_of(Format::ALL.iter().map(|format| format.name()), |name| name.parse().ok())
}

fn profiles() -> impl TypedValueParser<Value = Profile> {
    one_of(Profile::ALL.map(Profile::name), |name| name.parse().ok())
}

/// Builds the command, with help in the catalogue's language.
pub(super) fn command(catalogue: &Catalogue) -> clap::Command {
    let text = |name: &str| catalogue.text(name, &[]);
    let template =
        format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", text("help-usage"));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let mut command = Args::command()
        .about(text("about"))
        .subcommand_help_heading(text("help-commands"))
        .arg(help.help(text("help-help")))
        .arg(version.help(text("help-version")))
        .mut_arg("lang", |arg| arg.help(text("help-lang")));
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |subcommand| {
            let described = |arg: Arg| {
                let names = ("names", document_names(catalogue).into());
                let help = argument_help(&name, arg.get_id().as_str(), &[names], catalogue);
                arg.help(help)
            };
            let subcommand = subcommand.about(text(&format!("help-{name}"))).mut_args(described);
            with_headings(subcommand, catalogue).help_template(template.clone())
        });
    }
    with_headings(command, catalogue).help_template(template)
}

/// The help text of an argument. Options that are those of `render` have its texts.
fn argument_help(command: &str, id: &str, values: &[(&str, Argument)], catalogue: &Catalogue) -> String {
    let own = format!("help-{command}-{id}");
    match catalogue.text(&own, values) {
        missing if missing == own => catalogue.text(&format!("help-render-{id}"), values),
        text => text,
    }
}

/// The names of all documents, each with its description if the catalogue has one.
fn document_names(catalogue: &Catalogue) -> String {
    let described = |document: &Document| {
        let (name, message) = (document.name(), format!("document-{}", document.name()));
        match catalogue.text(&message, &[]) {
            missing if missing == message => name.to_owned(),
            description => format!("{name} ({description})"),
        }
    };
    Document::ALL.iter().map(described).collect::<Vec<_>>().join(", ")
}

/// Sets the headings of arguments and options. Hides clap's lists of possible values and defaults, because the help
/// texts state them.
fn with_headings(command: clap::Command, catalogue: &Catalogue) -> clap::Command {
    command.mut_args(|arg| {
        let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
        arg.help_heading(catalogue.text(heading, &[])).hide_possible_values(true).hide_default_value(true)
    })
}
