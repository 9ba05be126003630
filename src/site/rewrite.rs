//! Writes a wasm anew so that it packs well: with short names, and with functions that are alike
//! next to each other, for a packer tells what it saw a moment ago in fewer bits.

use super::markup::invalid;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::convert::Infallible;
use std::io;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, ExportSection, FunctionSection, ImportSection, Module};
use wasmparser::{CodeSectionReader, Export, FunctionSectionReader, Imports, Parser, Payload, TypeRef};

/// How many bytes in a row two functions must share to count as alike in that place. Of 3, 4, 5, 6
/// and 8 it packs best.
const PIECE: usize = 4;

/// The wasm with `names` in place of those it has, for what it imports from `module` and what it exports.
///
/// # Errors
/// What is no wasm.
pub fn rewritten(wasm: &[u8], module: &str, names: &BTreeMap<String, String>) -> io::Result<Vec<u8>> {
    let (imported, bodies) = functions(wasm).map_err(|error| invalid(format!("a wasm: {error}")))?;
    let order = alike_together(&bodies);
    let mut places = vec![0; order.len()];
    for (place, function) in order.iter().enumerate() {
        places[*function] = place;
    }
    let mut made = Module::new();
    let read = Rewriting { module, names, imported, order, places }.parse_core_module(&mut made, Parser::new(0), wasm);
    read.map_err(|error| invalid(format!("a wasm: {error}")))?;
    Ok(made.finish())
}

/// How many functions a wasm imports, and the bytes of its own.
fn functions(wasm: &[u8]) -> wasmparser::Result<(usize, Vec<&[u8]>)> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// An order in which each function is followed by the one that is most like it of those that are
/// left; the longest is the first. The same functions always get the same order.
fn alike_together(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<BTreeSet<&[u8]>> = bodies.iter().map(|body| body.windows(PIECE).collect()).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(piece).or_default().push(function);
        }
    }
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = left.iter().copied().max_by_key(|function| bodies[*function].len());
    while let Some(function) = next {
        left.remove(&function);
        order.push(function);
        let mut shared = vec![0_usize; bodies.len()];
        for holder in pieces[function].iter().flat_map(|piece| &holders[piece]) {
            shared[*holder] += 1;
        }
        // The share of what both have in what either has, as thousandths of thousandths.
        let likeness = |other: &usize| {
            let either = pieces[function].len() + pieces[*other].len() - shared[*other];
            (shared[*other] * 1_000_000).checked_div(either)
        };
        next = left.iter().copied().rev().max_by_key(likeness);
    }
    order
}

struct Rewriting<'a> {
    module: &'a str,
    names: &'a BTreeMap<String, String>,
    imported: usize,
    /// Functions of the wasm's own in their new order, and the new place of each.
    order: Vec<usize>,
    places: Vec<usize>,
}

impl Rewriting<'_> {
    fn short<'n>(&'n self, name: &'n str) -> &'n str {
        self.names.get(name).map_or(name, String::as_str)
    }
}

impl Reencode for Rewriting<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let own = (function as usize).checked_sub(self.imported).and_then(|own| self.places.get(own));
        // There are no more functions than numbers for them.
        Ok(own.map_or(function, |place| u32::try_from(self.imported + place).unwrap_or(function)))
    }

    fn parse_imports(&mut self, imports: &mut ImportSection, found: Imports<'_>) -> Result<(), Error<Infallible>> {
        for import in found {
            let (_, import) = import?;
            let is_short = import.module == self.module;
            let name = if is_short { self.short(import.name).to_owned() } else { import.name.to_owned() };
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, &name, kind);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Infallible>> {
        let name = self.short(export.name).to_owned();
        utils::parse_export(self, exports, Export { name: &name, ..export })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in &self.order.clone() {
            let kind = self.type_index(types[*function])?;
            functions.function(kind);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in &self.order.clone() {
            self.parse_function_body(code, bodies[*function].clone())?;
        }
        Ok(())
    }
}
