//! Families, names and nouns of weapons, and the words that go with them.

use crate::text::WordList;

/// Letters before the names of warships.
pub(super) static PREFIXES: WordList = WordList::new("uss hms hmas hmcs ins roks");

/// Nouns that mean a weapon behind its name, or behind a word that says so.
pub(super) static CRAFT: WordList = WordList::new(
    "helicopter aircraft plane vehicle system fighter vessel ship carrier truck battery shield",
);

/// What an aircraft is called after that is a weapon.
pub(super) static UNPILOTED: WordList = WordList::new(
    "unmanned reconnaissance surveillance attack combat fighter submarine drone stealth",
);

/// Families whose designators are a name, a hyphen and a number.
pub(super) static FAMILIES: WordList = WordList::new(
    "hwasong pukguksong kn t su mig f b ak rpg s kh shahed tu geran df ss agm gbu mq rq bm km mk ka \
     mi ah uh ch fa ea rs sm thaad md pak hq js kj taepodong nodong rodong unha fateh agni shaheen \
     jericho qiam sejjil zolfaghar khorramshahr paveway tow at pt il av a fab ar hk btr bmp brdm jf \
     jl hj aim asat sa zsu rpk pkm svd oh nasams",
);

/// Letters directly before a number: `M777`, `M16`.
pub(super) static GLUED: WordList = WordList::new("m ak rpg mig su f b kn leo gmlrs");

/// Families whose number stands apart.
pub(super) static SPACED: WordList = WordList::new(
    "glock leopard switchblade trident minuteman challenger merkava bayraktar hwasong shahed agni \
     hatf beretta leclerc ghauri taepodong",
);

/// Names that are a weapon's by themselves, in the singular.
pub(super) static SURE: WordList = WordList::new(
    "kalashnikov glock himars atacms bayraktar shahed hwasong taepodong nodong rodong iskander \
     kinzhal kalibr oreshnik brahmos rafale sejjil shaheen eurofighter tomahawk topol sarmat humvee \
     uzi bulava katyusha scud fateh agni wmd",
);

/// Names of two words, with a hyphen here.
pub(super) static PAIRS: WordList = WordList::new(
    "storm-shadow iron-dome black-hawk global-hawk enola-gay eurofighter-typhoon agent-orange \
     super-hornet molotov-cocktail molotov-cocktails iron-beam tsar-bomba bayraktar-akinci",
);

/// What craft are called behind their number.
pub(super) static NICKNAMES: WordList = WordList::new(
    "reaper spirit global hawk lightning raptor eagle falcon stratofortress lancer hercules super \
     hornet abrams bradley predator warthog thunderbolt fulcrum flanker frogfoot osprey paladin \
     apache chinook viper phantom starfighter",
);

/// Families that are names without a number too.
pub(super) static NAMED: WordList = WordList::new(
    "tomahawk javelin stinger patriot iskander kinzhal kalibr atacms himars scud hellfire topol yars \
     sarmat minuteman trident exocet harpoon sidewinder katyusha qassam grad buk bayraktar lancet \
     shahed kalashnikov leopard abrams bradley hwasong taepodong nodong rodong brahmos agni reaper \
     predator apache chinook typhoon gripen rafale maverick excalibur switchblade poseidon oreshnik \
     shaheen ghauri kornet milan starstreak taurus caesar challenger merkava glock beretta mirage \
     tornado harrier shahab fajr kamov",
);

/// Nouns for weapons, in the singular.
pub(super) static NOUNS: WordList = WordList::new(
    "missile rocket shell warhead bomb torpedo grenade mortar howitzer tank drone rifle pistol \
     handgun revolver shotgun gun launcher submarine warship frigate destroyer bomber warplane \
     gunship landmine mine icbm slbm manpads munition ammunition bullet artillery uav ied \
     carrier jet weapon weapons interceptor minelayer minesweeper cannon bazooka machete bayonet \
     napalm sarin novichok round teargas bomblet knife sword sabre saber dagger musket dynamite",
);

/// Nouns that name a weapon only with a word before them that says which.
pub(super) static AMBIGUOUS: WordList = WordList::new(
    "shell tank mine mines carrier carriers jet jets round rounds weapon gun guns bomber bombers \
     launcher launchers submarine munition ammunition munitions interceptor cannon bullet",
);

/// What somebody who plants a bomb may be called after.
pub(super) static PLANTED: WordList =
    WordList::new("suicide car truck roadside nail pipe letter parcel");

/// Words that belong to a noun only behind another word.
pub(super) static NOT_FIRST: WordList = WordList::new(
    "fired launched propelled powered capable tipped armed to range fueled fuelled air guided fuel \
     calibre caliber mm arms military combat personnel defense defence transport strike jet piercing",
);

/// Words that may stand before a noun and say which weapon it is.
pub(super) static BEFORE: WordList = WordList::new(
    "intercontinental ballistic cruise short medium intermediate long range anti tank aircraft ship \
     surface air to hypersonic tactical nuclear atomic hydrogen thermonuclear chemical biological \
     guided laser roadside car truck suicide cluster dirty barrel mortar artillery hand petrol \
     rocket missile propelled shoulder fired man portable solid liquid fuel fueled fuelled submarine \
     launched multiple assault sniper semi automatic machine battle unmanned aerial attack kamikaze \
     fighter stealth strategic powered capable tipped tear nerve mustard land improvised explosive \
     incendiary phosphorus thermobaric glide antitank antiaircraft antiship torpedo armed small \
     arms calibre caliber mm millimetre millimeter nail pipe letter parcel gravity bunker buster \
     self heavy light live rubber armored armoured reconnaissance surveillance fighting infantry \
     personnel combat naval military transport strike defense defence spy jet helicopter poison \
     chlorine war fragmentation mobile home made atom armour armor piercing",
);

/// Nouns that are weapons only behind certain words.
pub(super) static QUALIFIED: WordList = WordList::new("gas device vest belt");
