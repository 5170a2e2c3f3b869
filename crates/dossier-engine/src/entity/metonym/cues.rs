//! The words by which it is told whether a city is a place or a government.

use crate::text::WordList;

/// Words after which a name is a place.
pub(super) static LOCATIVE: WordList = WordList::new(
    "in at near outside inside around across through throughout via into within over beyond \
     above downtown central greater off northern southern eastern western beneath past behind beside opposite",
);

/// Verbs of motion whose object is a place.
pub(super) static DEPARTURE: WordList = WordList::new(
    "left leave leaves leaving reach reached reaches reaching visit visits visited visiting \
     tour toured touring enter entered entering departed departing fled flee fleeing bombed hit \
     struck bound captured besieged",
);

/// Verbs of what sanctions do to a government.
pub(super) static HARM: WordList = WordList::new(
    "hit hits hitting hurt hurts hurting squeeze squeezes squeezed squeezing cripple crippled \
     crippling target targets targeted targeting bite punish punished punishing isolate isolated \
     isolating weaken weakened weakening bleed bled damage damaged against",
);

/// What harms a government and no city.
pub(super) static HARMFUL: WordList = WordList::new(
    "sanction sanctions tariff tariffs embargo embargoes restriction restrictions boycott curbs \
     penalties levies",
);

/// Words about the way to or from a place.
pub(super) static MOTION: WordList = WordList::new(
    "travel travels travelled traveled travelling traveling trip trips journey way road route \
     train flight flights fly flies flew flying go goes going went gone come comes came coming \
     return returns returned returning head heads headed heading visit visits move moved moves \
     drive drove sail sailed ride rode walk walked march marched invited brought taken took \
     close next born",
);

/// Words of what is said or given to a government, or comes from it.
pub(super) static ADDRESS: WordList = WordList::new(
    "warning warnings warned message messages signal signals letter answer answers response \
     responses reply rebuke appeal appeals demand demands request requests offer offers \
     proposal proposals promise promises pledge pledges assurance assurances guarantee \
     guarantees concession concessions challenge threat threats pressure aid help support \
     backing assistance sale sales supplies weapons arms money loan loans closer close loyal \
     loyalty hostile friendly opposed opposition resistance ultimatum protest protests \
     criticism condemnation approval permission consent orders instructions guidance \
     independence turned turn sold sell supplied gave give given send sent speak spoke talk \
     talked listen yield bow surrender envoy ambassador complaint complaints apology \
     recognition relief funding statement comment veto matter matters mattered important \
     crucial",
);

/// Words of relations between governments.
pub(super) static RELATION: WordList = WordList::new(
    "tie ties relation relations relationship talk talks deal deals cooperation co-operation \
     tension tensions dispute disputes agreement agreements conflict alliance negotiation \
     negotiations trust mistrust link links exchange exchanges contact contacts treaty row rift \
     partnership confrontation rivalry dialogue diplomacy pact trade bargain standoff stand-off \
     friendship war truce ceasefire axis balance",
);

/// Words of what is laid upon a government.
pub(super) static IMPOSED: WordList = WordList::new(
    "sanction sanctions pressure impose imposed imposes imposing restriction restrictions \
     tariff tariffs embargo curb curbs penalty penalties war depend depends dependent rely \
     relies reliance dependence leverage influence blame blamed blames calls called call \
     prevail lean leans leaned leaning",
);

/// Words of what belongs to a government.
pub(super) static BELONGING: WordList = WordList::new(
    "ally allies enemy enemies critic critics criticism support supporter supporters policy \
     policies interest interests behalf favour favor wrath influence control patience part \
     government friend friends partner partners rival rivals defiance mistrust distrust fear \
     fears backing arming isolation ambitions intentions leadership recognition condemnation \
     setback blow victory defeat problem headache embarrassment support's spying spy",
);

/// Nouns of what governments have, and adjectives that lead to them.
pub(super) static POLICY: WordList = WordList::new(
    "ambition ambitions policy policies government leader leaders leadership interest interests \
     war army force forces military programme programmes program programs weapon weapons arms \
     demand demands position stance influence ally allies invasion decision response claim \
     claims support tie ties relations relationship envoy ambassador diplomat diplomats \
     diplomacy foreign defence defense nuclear threat threats aggression strategy goal goals \
     aim aims plan plans proposal offer backing denial veto sanction sanctions budget neighbour \
     neighbours neighbor neighbors rule bid effort efforts concern concerns promise commitment \
     commitments intention intentions view hand grip troops soldiers missile missiles arsenal \
     refusal reaction warning warnings criticism approval role call calls attempt attempts need \
     needs fear fears motive motives favour favor friends enemies partner partners rival rivals \
     isolation power patience willingness law laws",
);

/// Adjectives after `is` that governments are.
pub(super) static STANCE: WordList = WordList::new(
    "likely unlikely willing unwilling ready prepared eager keen determined concerned worried \
     angry furious wary reluctant uneasy alarmed anxious afraid committed opposed happy pleased \
     convinced confident aware silent divided isolated bound obliged expected accused \
     interested hopeful right wrong guilty responsible sceptical skeptical nervous dependent \
     able unable desperate busy",
);

/// Whether a word may stand between a subject and its verb.
pub(super) fn is_adverb(word: &str) -> bool {
    let of_manner = word.len() > 4 && word.ends_with("ly") && !matches!(word, "supply" | "reply");
    ADVERBS.contains(word) || of_manner && !STANCE.contains(word)
}

static ADVERBS: WordList = WordList::new(
    "also both now then still never ever always often soon even too not itself once thus again \
     alike meanwhile since already just only yet long probably each",
);

/// Whether a word is a form of a verb whose object can be a government.
pub(super) fn is_done_to(word: &str) -> bool {
    DONE_TO_IRREGULAR.contains(word) || is_form_of(word, &DONE_TO)
}

static DONE_TO: WordList = WordList::new(
    "tell worry punish arm warn urge ask accuse blame press pressure persuade convince help \
     support back criticise criticize condemn sanction isolate thank give play make let force \
     allow anger alarm please embarrass threaten supply assure remind deter defy oppose counter \
     push inform reassure irritate infuriate provoke appease contain challenge pit upset offend \
     weaken strengthen join answer trust fund finance court woo rebuke prompt lead leave cost \
     owe offer frustrate unsettle compel oblige bind consult notify concern",
);

static DONE_TO_IRREGULAR: WordList = WordList::new("told gave given made forced bound led cost");

/// Whether a word is a form of a verb that governments do.
pub(super) fn is_act(word: &str) -> bool {
    ACTS_IRREGULAR.contains(word) || is_form_of(word, &ACTS)
}

static ACTS: WordList = WordList::new(
    "say want deny accuse fear veto need tell warn insist hope seek refuse reject demand \
     believe call claim condemn support back oppose urge ask agree decide announce plan \
     threaten respond vow pledge promise offer worry know see consider regard argue impose lift \
     ban block approve sign negotiate recognise recognize recall expel summon supply provide \
     send replace buy sell keep maintain push pay try protest propose retaliate invade annex \
     cut break restore finance help confirm admit acknowledge signal launch test fire deploy \
     withdraw boost deepen strengthen expand rely depend fund arm treat dismiss ignore welcome \
     praise criticise criticize blame appeal speak hint feel think expect aim intend prefer use \
     get take make give lead lose gain act move turn like stop end begin start look let put \
     press pressure sanction punish lobby mediate endorse abstain vote ratify suspend resume \
     cancel freeze seize hold answer reply note stress suggest declare concede fail manage \
     struggle attempt continue share trust remain respect guarantee ensure stand build produce \
     prepare enrich spend borrow lend owe export import tighten relax ease court fight win show \
     object complain denounce defend order allow permit prohibit require grant extend renew \
     work delay counter reserve weigh mull lash slam scrap free plead pause bristle fume retort wait \
     hail mourn brand detain jail deport evacuate mobilise mobilize escalate brace scramble \
     intensify accelerate ditch abandon drop shelve adopt enact unveil outline publish \
     release issue lodge downplay brush shrug cave backtrack soften harden toughen revise rethink \
     repeal revoke rescind renounce reaffirm reiterate affirm assert allege contend concur \
     disagree dispute contest challenge deplore decry lament regret apologise apologize thank \
     congratulate applaud commend mock ridicule scold chide rebuke reprimand rebuff spurn snub \
     shun resist defy flout violate breach implement enforce comply cooperate collaborate \
     coordinate consult notify inform caution remind implore beg dispatch deliver donate pour \
     funnel smuggle stockpile procure acquire purchase receive accept embrace woo cultivate forge \
     normalise normalize sever downgrade upgrade resent dread suspect doubt wonder ponder fret \
     calculate gamble hesitate waver stall tolerate condone justify outlaw restrict curb \
     subsidise subsidize levy nationalise nationalize devalue repay invest rescue mediate broker \
     bankroll equip react reopen reinstate overturn oust appoint nominate",
);

static ACTS_IRREGULAR: WordList = WordList::new(
    "said told sought sent bought sold kept paid broke withdrew spoke felt thought took made \
     gave led lost began held stood built spent fought won froze knew saw got chose chooses \
     forbade forbids swore swears lent traded massed shipped stationed fined taxed barred briefed \
     alerted rushed risked limited rallied backpedalled rewrote upheld overthrew",
);

/// Whether a word is a verb of [`is_act`] without an ending, which no single subject has before it
/// but for verbs that are the same in the past.
pub(super) fn is_plain(word: &str) -> bool {
    ACTS.contains(word) && !matches!(word, "cut" | "let" | "put" | "beat" | "bid")
}

/// Verbs with which another stands plain behind its subject: `does Paris want`, `make Paris pay`.
pub(super) static AUXILIARY: WordList = WordList::new(
    "do does did will would can could shall should may might must let lets make makes made help \
     helps helped see saw have had",
);

/// Whether a word is a regular form of one of some verbs: `warns`, `warned`, `warning`; `denies`,
/// `denied`; `making`; `banned`, `putting`.
fn is_form_of(word: &str, verbs: &WordList) -> bool {
    let with = |base: &str, ending: &str| verbs.contains(&[base, ending].concat());
    if verbs.contains(word) {
        return true;
    }
    ["s", "es", "ed", "d", "ing"].into_iter().any(|ending| {
        let Some(base) = word.strip_suffix(ending) else {
            return false;
        };
        let single = match base.as_bytes() {
            [.., one, other] if one == other && one.is_ascii() => &base[..base.len() - 1],
            _ => base,
        };
        verbs.contains(base)
            || verbs.contains(single)
            || base.strip_suffix('i').is_some_and(|start| with(start, "y"))
            || ending == "ing" && with(base, "e")
    })
}

#[cfg(test)]
mod tests {
    use super::{is_act, is_adverb, is_done_to};

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for verb in [
            "warn", "warns", "warned", "warning", "denies", "denied", "making", "banned",
        ] {
            assert!(is_act(verb), "{verb}");
        }
        assert!(is_done_to("punishing"));
        assert!(!is_act("river"));
    }

    #[test]
    fn stances_are_no_adverbs() {
        assert!(is_adverb("quietly"));
        assert!(!is_adverb("likely"));
        assert!(!is_adverb("supply"));
    }
}
