//! Writes the JavaScript bindings of a WebAssembly module: `ita-report-bindgen MODULE.wasm FOLDER node|web`.

use std::env;
use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let [module, folder, target] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("which module, which folder, node or web?".into());
    };
    let mut bindgen = Bindgen::new();
    match target.as_str() {
        "node" => bindgen.nodejs(true)?,
        _ => bindgen.web(true)?,
    };
    Ok(bindgen.input_path(module).typescript(true).generate(folder)?)
}
