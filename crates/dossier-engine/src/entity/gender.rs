//! Which gender a first name mostly tells, for common names of many languages.

use crate::collection::Gender;
use crate::text::WordList;

/// The gender that a folded first name tells, where it does.
pub(super) fn of_first_name(word: &str) -> Option<Gender> {
    if FEMALE.contains(word) {
        Some(Gender::Female)
    } else if MALE.contains(word) {
        Some(Gender::Male)
    } else {
        None
    }
}

static FEMALE: WordList = WordList::new(
    "abigail adele agnes aisha alice alicia alison amanda amelia amina amy ana anastasia angela \
     angelina anita ann anna anne annette annie asma astrid audrey aung ayesha barbara beatrice \
     bella benazir bernadette beth betty beverly brenda bridget britney camila carla carmen \
     carol carolina caroline carolyn catherine cecilia charlotte cherie cheryl chiara chloe \
     christina christine cindy clara claire claudia condoleezza corazon cristina cynthia dagmar \
     daniela daphne deborah debra delia denise diana diane dilma dolores donna doris dorothy edith \
     ekaterina elaine elena eleanor elisabeth elizabeth ella ellen elsa emily emma erica erika \
     esther eva eve evelyn fatima fatma fiona florence frances francesca frida gabriela galina \
     georgina gertrude gina giorgia giulia gloria grace greta hannah harriet heather heidi helen \
     helena helga hilary hillary ida indira ines ingrid irene irina iris isabel isabella ivana \
     ivanka jacinda jackie jacqueline jane janet janice jean jennifer jenny jessica jill joan joanna \
     joanne josephine joyce juanita judith judy julia juliana julie kamala karen karin karla \
     katarina kate katharine katherine kathleen kathy katie katya kayla khadija kimberly kirsten \
     kristin lara larisa laura lauren leila lena leonora lesley leyla liliana lily linda lisa liz \
     ljudmila lois loretta lorraine louise lucia lucy ludmila luisa lydia lyn madeleine magdalena \
     maggie malala margaret margarita maria mariam marie marina marion marjorie martha martina mary \
     maryam matilda maureen maya megan melania melinda melissa mercedes meredith mia michelle mildred \
     miriam mona monica monika muriel nadia nadine nancy naomi natalia natalie natasha nicole nina \
     nora norma olga olivia oksana olena pamela patricia paula pauline penelope petra phoebe phyllis \
     pilar polly priya rachel raisa ramona rebecca regina renata rita roberta rosa rosalind rose \
     rosemary roza ruth sabrina sally samantha sandra sara sarah segolene sharon sheila shirley \
     silvia simone sofia sonia sophia sophie stella stephanie susan susana susanna suzanne svetlana \
     sylvia tamara tanya tatiana tatyana teresa thelma theresa tina tracy tzipi ursula valentina \
     valerie vanessa vera veronica victoria viktoria viola virginia vivian wanda wendy xiomara \
     yasmin yekaterina yelena yingluck yolanda yulia yvette yvonne zainab zelda zoe zsuzsanna",
);

static MALE: WordList = WordList::new(
    "aaron abdul abdullah abel abraham adam adrian ahmad ahmed aidan akira alan albert alberto \
     aleksandr alejandro alessandro alex alexander alexei alfonso alfred ali allan allen alonso \
     alvaro amir anatoly anders andre andreas andrei andres andrew angus antoine anton antonio \
     anthony antony anwar ariel arnold artem arthur ashraf augusto barack bashar benjamin bernard \
     bernd bertrand bill bob boris brad bradley brett brian bruce bruno bryan carl carlos cesar \
     charles charlie christian christoph christopher chuck claude clement colin connor craig cyril \
     dale dan daniel daniele dario darren dave david dean denis dennis derek diego dieter dimitri \
     dmitri dmitry dominic dominique donald doug douglas duncan dustin earl eddie edgar eduardo edward \
     edwin ehud elias elliott emil emmanuel enrico enrique eric erich erik ernest ernesto ethan eugene \
     evan fabio felipe felix ferdinand fernando fidel filip florian francesco francis francisco franco \
     francois frank franklin franz fred frederick friedrich gabriel gary gavin gennady geoff geoffrey \
     george georges gerald gerard gerhard gilbert gilles giorgio giovanni giulio giuseppe glen glenn \
     gordon graham greg gregory grigory guido guillermo gunter gustav guy hamid hank hans harold harry \
     hassan hector heinrich helmut henri henrik henry herbert herman hosni howard hugh hugo hussein ian \
     ibrahim igor imran isaac ismail ivan jack jacob jacques jaime jake jakob james jamie jan jared \
     jason javier jeff jeffrey jeremy jerome jerry jesus jim jimmy joachim joao joaquin joe johan johann \
     john johnny jon jonas jonathan jorge jose josef joseph joshua juan julian julio jurgen justin kai \
     karl keith kenneth kenny kevin khalid khaled klaus kofi konrad konstantin kurt kyle lamar larry lars \
     laurent lawrence lech leo leon leonard leonardo leonid leopold leroy lewis liam lionel lloyd lorenzo \
     louis luca lucas luigi luis lukas luke magnus mahmoud malcolm manuel marc marcel marco marcos marcus \
     mario mark markus marshall martin marvin massimo mathias matt matteo matthew matthias maurice max \
     maxim michael michel miguel mikael mike mikhail miguel milan milton mitch mitchell mohamed mohammad \
     mohammed moses muhammad murray mustafa narendra nathan nawaz neil nelson nestor newt nicholas nicolas \
     nick nikita nikolai nils noah noel norman oleg oleksandr oliver olivier omar orlando oscar osama otto \
     pablo pascal patrick paul pavel pedro per pervez pete peter petr philip philippe phil pierre rafael \
     raj rajiv ralph ramon ramzan raul ray raymond recep reginald rene ricardo richard rick rob robert \
     roberto robin rodrigo roger roland rolf romano ron ronald rory ross roy ruben rudolf rudy rupert \
     russell ryan saddam salvador salvatore samuel saul scott sean sebastian serge sergei sergey sergio \
     seth shane shaun shimon shinzo silvio simon stanislav stanley stefan stephen steve steven stewart \
     stuart sven tariq ted terrence terry theo theodore thomas tim timothy tobias todd tom tomas tommy \
     tony travis trevor tyler ulrich umberto vaclav valentin valery vicente victor viktor vincent vitaly \
     vladimir volodymyr vyacheslav walter warren wayne werner wesley wilhelm will william willy winston \
     wolfgang yasser yitzhak yuri yusuf yves zoran",
);
