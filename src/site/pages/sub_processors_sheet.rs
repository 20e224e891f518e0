//! `/data/v1/sub-processors.csv`: the engagements of the data, a line for each.

use jiff::civil::Date;

use super::sub_processors_data::objection;
use crate::i18n::Language;
use crate::model::company::Told;
use crate::model::engagement::{Further, Place, Transfer};
use crate::model::recorded::Citation;
use crate::site::World;
use crate::site::comparison::local;
use crate::site::register::country;

/// What stands where a list is empty: that there is none is something else than that nobody says.
const NONE: &str = "[none]";

/// The engagements as CSV (RFC 4180): words have a column for each language. A state stands where nothing is stated, and that there is
/// none where that is said, between square brackets, which no value begins with. What an own column has of each transfer, such as the
/// decision, stands in the order of the transfers.
///
/// # Errors
/// None in practice: it is written to memory.
pub fn csv(world: &World) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let languages = world.languages();
    writer.write_record(head(languages))?;
    for standing in world.standing.all(&world.corpus) {
        let own = standing.engagement;
        let company = match &own.company {
            Told::Stated(slug) => world.corpus.company(slug).map_or_else(|| slug.clone(), |company| company.name.clone()),
            silent => format!("[{}]", silent.state()),
        };
        let mut line = vec![standing.vendor.name.clone(), own.id.clone(), company, standing.status.name().to_owned()];
        for told in [&own.purpose, &own.service] {
            line.extend(languages.iter().map(|language| in_cell(told, |words| local(words, *language).to_owned())));
        }
        line.extend(languages.iter().map(|language| local(&own.condition, *language).to_owned()));
        let ids = |ids: &Vec<String>| joined(ids.iter().cloned());
        line.extend([in_cell(&own.data, ids), in_cell(&own.data_subjects, ids), in_cell(&own.places, |_| own.countries().join("; "))]);
        line.extend(languages.iter().map(|language| in_cell(&own.places, |places| said_places(world, *language, places))));
        let of_each = |said: &dyn Fn(&Transfer) -> Option<String>| {
            in_cell(&own.transfers, |list| joined(list.iter().map(|transfer| said(transfer).unwrap_or_else(|| NONE.to_owned()))))
        };
        let decision = |transfer: &Transfer| {
            let decision = world.corpus.vocabulary.adequacy(transfer.decision.as_deref()?)?;
            Some(decision.decision.clone())
        };
        line.push(of_each(&|transfer| Some(transfer.mechanism.name().to_owned())));
        line.push(of_each(&decision));
        line.push(of_each(&|transfer| transfer.module.map(|module| module.to_string())));
        let document =
            |language: Language| of_each(&|transfer| Some(local(&transfer.document, language).to_owned()).filter(|own| !own.is_empty()));
        line.extend(languages.iter().map(|language| document(*language)));
        let chain = |list: &Vec<Further>| joined(list.iter().map(|one| in_cell(&one.company, String::clone)));
        let clauses = |list: &Vec<Citation>| joined(list.iter().map(|own| format!("{}#{}", own.agreement, own.clause)));
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let (object_until, object_basis) = objection(standing.vendor, standing.begins);
        line.extend([
            in_cell(&own.further, chain),
            in_cell(&own.permission, clauses),
            day(standing.begins.days.announced),
            day(object_until),
            object_basis.unwrap_or_default().to_owned(),
            day(standing.begins.days.effective),
            day(standing.ends.and_then(|end| end.days.effective)),
            day(own.reviewed),
        ]);
        writer.write_record(line.iter().map(|cell| super::compare_sheet::plain(cell)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// What the columns are called.
fn head(languages: &[Language]) -> Vec<String> {
    let by_language = |field: &str| languages.iter().map(|language| format!("{field}_{language}")).collect::<Vec<_>>();
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    [
        named(&["vendor", "engagement", "company", "status"]),
        by_language("purpose"),
        by_language("service"),
        by_language("condition"),
        named(&["data", "data-subjects", "countries"]),
        by_language("places"),
        named(&["transfer", "decision", "module"]),
        by_language("document"),
        named(&["further", "permission", "announced", "object-until", "object-basis", "effective", "ends", "reviewed"]),
    ]
    .concat()
}

/// Places as a language calls them: `België (Gent)`.
fn said_places(world: &World, language: Language, places: &[Place]) -> String {
    joined(places.iter().map(|place| {
        let country = country(world, language, &place.country);
        place.locality.as_ref().map_or(country.clone(), |locality| format!("{country} ({locality})"))
    }))
}

fn joined(values: impl Iterator<Item = String>) -> String {
    let joined = values.collect::<Vec<_>>().join("; ");
    if joined.is_empty() { NONE.to_owned() } else { joined }
}

fn in_cell<T>(told: &Told<T>, words: impl FnOnce(&T) -> String) -> String {
    told.stated().map_or_else(|| format!("[{}]", told.state()), words)
}
