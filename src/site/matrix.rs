//! A matrix: vendors as columns, and what is compared in groups of rows. The shapes are those of the components `matrix` and
//! `filters` (docs/components.md); a sheet has the same rows.

use serde::Serialize;

use super::World;
use super::about::say;
use super::address::Address;
use super::comparison::{Bar, Cell, ReplyLink, bar, replies};
use crate::i18n::{Language, Value};
use crate::model::Vendor;

/// Every state that a cell can have, in the order in which they are explained and drawn.
pub const STATES: [&str; 10] =
    ["stated", "covered", "partly", "elsewhere", "absent", "not-stated", "not-applicable", "not-recorded", "not-shown", "withheld"];
/// The state of what nobody looked at.
pub const NOT_RECORDED: &str = "not-recorded";

/// A matrix.
#[derive(Serialize)]
pub struct Matrix<'a> {
    id: String,
    name: String,
    corner: String,
    is_dense: bool,
    columns: Vec<Column<'a>>,
    groups: Vec<Group<'a>>,
}

/// A vendor.
#[derive(Serialize)]
struct Column<'a> {
    name: &'a str,
    href: String,
    /// What it said of how its agreements are shown.
    replies: Vec<ReplyLink>,
}

/// Rows that belong together.
#[derive(Serialize)]
pub struct Group<'a> {
    /// Its id in the vocabulary: what stands for it in the address.
    #[serde(skip)]
    pub id: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// How many rows it has.
    count: usize,
    /// The rows.
    pub rows: Vec<Row<'a>>,
}

/// What is compared, and what each vendor's texts say on it.
#[derive(Serialize)]
pub struct Row<'a> {
    /// What it is called.
    pub name: &'a str,
    note: Option<String>,
    /// Whether all vendors say the same.
    is_same: bool,
    /// A cell for each vendor; `None` where nobody looked yet.
    pub cells: Vec<Option<Cell>>,
}

impl<'a> Group<'a> {
    /// A group of rows.
    pub fn new(id: &'a str, name: &'a str, rows: Vec<Row<'a>>) -> Group<'a> {
        Group { id, name, count: rows.len(), rows }
    }
}

impl<'a> Row<'a> {
    /// A row; `note` stands below its name. All say the same where every cell is alike.
    pub fn new(name: &'a str, note: Option<String>, cells: Vec<Option<Cell>>) -> Row<'a> {
        let alike = |cell: &Option<Cell>| cell.as_ref().and_then(|cell| cell.alike);
        let first = cells.first().and_then(alike);
        Row { name, note, is_same: first.is_some() && cells.iter().all(|cell| alike(cell) == first), cells }
    }
}

impl<'a> Matrix<'a> {
    /// A matrix of `what` (`facts`, `requirements`, `measures`), with short cells or long ones.
    pub fn new(
        world: &World,
        language: Language,
        what: &str,
        is_dense: bool,
        vendors: &[&'a Vendor],
        groups: Vec<Group<'a>>,
    ) -> Matrix<'a> {
        let column = |vendor: &&'a Vendor| Column {
            name: &vendor.name,
            href: world.base.link(&Address::vendor(language, &vendor.slug)),
            replies: replies(world, language, vendor),
        };
        Matrix {
            id: format!("page:{what}"),
            name: say(world, language, "matrix-name", &[("what", Value::from(what))]),
            corner: say(world, language, "matrix-corner", &[("what", Value::from(what))]),
            is_dense,
            columns: vendors.iter().map(column).collect(),
            groups,
        }
    }

    /// The filter bar above it.
    pub fn bar(&self, world: &World, language: Language, what: &'static str, vendors: &[&'a Vendor]) -> Bar<'a> {
        bar(world, language, what, vendors, self.groups.iter().map(|group| (group.id, group.name)))
    }

    /// The states that occur, in their order.
    pub fn states(&self) -> Vec<&'static str> {
        let cells = || self.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.cells);
        let has = |state: &&str| cells().any(|cell| cell.as_ref().map_or(NOT_RECORDED, |cell| cell.state) == *state);
        STATES.into_iter().filter(has).collect()
    }
}
