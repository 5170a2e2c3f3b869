//! The words that newspapers' pages put around their articles, by what they are for.
//!
//! Nothing here belongs to one paper. A line is judged by several of these together with its
//! length, its end and its place; see [`furniture`](super::furniture).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::words::Words;
use crate::text::WordMap;

/// What a phrase points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// An invitation to register or to pay.
    Join,
    /// What one gets for it: a newsletter, access.
    Letter,
    /// What one may get by it, too common to say much alone.
    Offer,
    /// The reader is spoken to.
    Reader,
    /// A plea for money.
    Support,
    /// Cookies, terms, rights.
    Legal,
    /// Whole-line words for advertisements.
    Advert,
    /// A page that goes on behind an advertisement.
    GoesOn,
    /// The head of a list of other articles.
    List,
    /// A label before the headline of another article.
    Link,
    /// A photographer or a picture agency.
    Credit,
    /// Words of captions.
    Picture,
    /// Who reported, edited, contributed.
    Desk,
    /// Where a text first stood.
    Origin,
    /// Comments of readers.
    Comment,
    /// A player or a script that does not work.
    Player,
    /// What journalists are called.
    Role,
    /// Ways to write to somebody.
    Contact,
    /// Networks and messengers.
    Platform,
    /// Words of buttons and menus.
    Menu,
    /// Words that stand beside those of buttons and menus.
    MenuFiller,
    /// Verbs for what somebody said.
    Report,
}

/// How many cues there are.
const CUES: usize = 22;

/// A set of [`Cue`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cues {
    anywhere: u32,
    at_start: u32,
    /// Whether every word belongs to menus, fillers, platforms and numbers.
    pub all_menu: bool,
    /// Whether the whole line is one phrase of [`Cue::Advert`], [`Cue::List`] or [`Cue::Credit`].
    whole: u32,
}

impl Cues {
    /// Whether a phrase of the kind stands anywhere.
    pub fn has(self, cue: Cue) -> bool {
        self.anywhere & bit(cue) != 0
    }

    /// Whether the line begins with a phrase of the kind.
    pub fn begins(self, cue: Cue) -> bool {
        self.at_start & bit(cue) != 0
    }

    /// Whether the line is nothing but phrases of the kind.
    pub fn is_all(self, cue: Cue) -> bool {
        self.whole & bit(cue) != 0
    }
}

fn bit(cue: Cue) -> u32 {
    1 << cue as u32
}

/// The phrases, separated by commas.
const PHRASES: [(Cue, &str); CUES] = [
    (
        Cue::Join,
        "sign up, signing up, sign in, log in, login, subscribe, subscribe now, register, \
        create an account, create a free account, join us, join our, join the conversation, become a member, \
        become a subscriber, start your, try unlimited, get unlimited, upgrade to, get the latest, receive the, \
        receive our, get our, get the best, get breaking, get involved, send us your, send your, enter your, your email address, unlock, unlock exclusive, download now, get the app, get briefed, stay updated, stay informed, stay up to date, stay tuned, catch your, catch all, already a subscriber, already a member, \
        already have an account, don't have an account, abonnieren, jetzt abonnieren, melden sie sich, \
        jetzt anmelden, anmelden, registrieren, abonnez vous, inscrivez vous, s'abonner, je m'abonne, \
        connectez vous, suscríbete, suscribirse, suscríbase, regístrate, iniciar sesión, recibe, \
        iscriviti, abbonati, registrati, accedi, assine, inscreva se, cadastre se, receba, meld je aan, \
        schrijf je in, abonneer, prenumerera, logga in, tilmeld, abonner, zapisz się, zaloguj, подпишитесь, \
        подписывайтесь, подписаться",
    ),
    (
        Cue::Letter,
        "newsletter, newsletters, inbox, free trial, unlimited access, exclusive access, email address, exclusive stories, full access, subscriber, \
        subscribers, subscription, subscriptions, morning briefing, daily briefing, weekly briefing, evening briefing, \
        email alerts, e mail alerts, news alerts, breaking news alerts, push notifications, \
        browser notifications, daily digest, weekly digest, infolettre, boîte mail, offre, boletín, boletines, \
        rassegna, nieuwsbrief, nyhetsbrev, рассылку, posteingang, bandeja de entrada, new posts",
    ),
    (
        Cue::Offer,
        "email, e mail, account, alerts, notifications, updates, app, podcast, membership, \
        stories, headlines, coverage, news, today, now, free, for free, trial, access, briefing, offer, channel, \
        kanal, chaîne, canal, канал, telegram, whatsapp, digest, e mails, emails, konto, compte, cuenta",
    ),
    (
        Cue::Reader,
        "you, your, you're, you'll, you've, yours, us, our, we, we're, we'll, i, vous, votre, vos, \
        nos, notre, sie, ihr, ihre, ihren, ihrem, uns, unser, unsere, unseren, tu, tus, su, nuestro, nuestra, \
        nuestros, tuo, tua, nostra, nostro, seu, sua, nosso, nossa, je, jouw, ons, onze, наш, наши, вас, ваш",
    ),
    (
        Cue::Support,
        "support our, support independent, support quality, support local, support us, reader funded, \
        reader supported, fund independent, fund our, funded by readers, funded by our readers, donate, donation, make a contribution, \
        contribute from, chip in, tax deductible, pledge your support, buy me a coffee, become a supporter, \
        paid subscriber, becoming a member, consider supporting, support my work, small favor to ask, small favour to ask, we need your help, please support us, keep our journalism, make our journalism, our journalism, \
        unterstützen sie, soutenez, apoya, sostieni",
    ),
    (
        Cue::Legal,
        "cookies, cookie policy, cookie settings, accept all, reject all, manage preferences, privacy policy, \
        privacy notice, privacy settings, terms of use, terms of service, terms and conditions, terms apply, \
        terms & conditions, all rights reserved, alle rechte vorbehalten, tous droits réservés, \
        todos los derechos reservados, tutti i diritti riservati, recaptcha, unsubscribe, \
        may not be published, may not be reproduced, do not sell, collection notice, trust principles, \
        editorial standards, editorial guidelines, licensing rights, reprints, reuse this content, \
        request permissions, rush deadline, consent, datenschutz, impressum, mentions légales, \
        aviso legal, our standards, not an official record, opens in new tab, opens in new window, opens in a new tab, opens new tab, \
        opens in a new window, may contain inaccuracies, may contain errors, copied to your clipboard, external sites, external link",
    ),
    (
        Cue::Advert,
        "advertisement, advertisements, advertising, advert, ad, ads, ad feedback, sponsored, \
        sponsored content, sponsored by, video ad feedback, promoted, promoted content, paid content, paid post, paid partner content, partner content, anzeige, \
        werbung, publicité, publicidad, publicidade, pubblicità, advertentie, annonce, reklama, reklam, реклама, 広告, 광고, 广告, \
        skip advertisement, skip ad, remove ads, hide ad, skip ads, annons, mainos, διαφήμιση",
    ),
    (
        Cue::GoesOn,
        "continues below, continue below, continues after, continue after, continue reading, \
        scroll to continue, keep reading, keep scrolling, scroll down, read the full story, \
        read the full article, read full story, read more below, to continue reading, nach der werbung, nach der anzeige, \
        la suite après, continúa después, continua dopo",
    ),
    (
        Cue::List,
        "most viewed, most read, most popular, most shared, most watched, most commented, most recent, most discussed, \
        trending, trending now, trending stories, popular now, popular stories, popular, popular in, \
        related, related articles, related stories, related content, related topics, related news, related coverage, related links, \
        related posts, related reading, related video, related videos, read more, read next, read also, also read, see also, \
        more from, more on, more in, more stories, more news, more to read, more like this, more headlines, more top stories, \
        more about, more coverage, more for you, other news, other stories, suggested topics, read more on, other headlines, あわせて読みたい, recommended, recommended stories, recommended for you, recommended reading, \
        you may also like, you might also like, you may like, you might like, you may also be interested in, you might also be interested in, \
        editors' picks, editor's picks, editors picks, editor's choice, editor's pick, don't miss, top stories, top news, top picks, latest stories, \
        latest news, the latest, latest headlines, latest from, what to read next, up next, next up, next article, previous article, in this story, \
        in this article, on this story, topics in this article, elsewhere on, around the web, from our partners, \
        from around the web, get caught up, stories to keep you informed, in case you missed it, keep reading, \
        explore more, explore more on these topics, discover more, topics, tags, tagged, tags in this story, key words, keywords, filed under, find out more, \
        further reading, categories, hand curated, what others are reading, what others read, others also read, people also read, featured, \
        news feed, breaking news, must reads, must read, today's top stories, this week's top stories, also in the news, \
        also on, best of, watch now, watch more, more videos, latest video, latest videos, story list, end of list, \
        mehr zum thema, mehr zu, meistgelesen, am meisten gelesen, lesen sie auch, weitere artikel, weitere themen, das könnte sie auch interessieren, \
        mehr aus, verwandte artikel, verwandte themen, themen, schlagwörter, à lire aussi, lire aussi, sur le même sujet, les plus lus, articles les plus lus, \
        à ne pas manquer, notre sélection, à voir aussi, lea también, lee también, te puede interesar, más noticias, más leídas, \
        lo más leído, lo más visto, más sobre, noticias relacionadas, temas relacionados, leggi anche, i più letti, articoli correlati, potrebbe interessarti, leia também, \
        leia mais, mais lidas, veja também, notícias relacionadas, lees ook, meest gelezen, läs också, mest läst, läs mer, les også, læs også, mest lest, mest læste, \
        читайте также, по теме, 関連記事, おすすめ, 人気記事, アクセスランキング, 관련기사, 관련 기사, 많이 본 뉴스, 推荐阅读, 相关新闻, 相关阅读, czytaj też, czytaj także, ilgili haberler",
    ),
    (
        Cue::Link,
        "read more, read also, also read, read, read next, related, related story, related article, see also, see more, see, watch, listen, \
        view, gallery, live, live updates, live blog, don't miss, more, more on this, more on this story, must read, trending, recommended, \
        click here, find out more, learn more, explore, in pictures, in photos, photos, video, lesen sie auch, mehr dazu, \
        lire aussi, à lire aussi, lire, lea también, lee también, le puede interesar, leggi anche, leia também, leia mais, lees ook, läs också, læs også, les også, \
        читайте также, see our, follow our live, also from",
    ),
    (
        Cue::Credit,
        "getty images, getty, reuters, ap photo, ap, afp, afp via getty images, epa, epa efe, efe, pa, pa media, pa wire, \
        shutterstock, alamy, alamy stock photo, istock, imago, dpa, picture alliance, sputnik, tass, kcna, kcna via reuters, yonhap, xinhua, \
        ansa, ap via, via ap, via reuters, via getty images, anadolu, anadolu agency, anadolu via getty images, nurphoto, zuma, zuma press, handout, file photo, pool photo, \
        pool, kyodo, kyodo news, korean central news agency, press association, rex features, bloomberg, corbis, bettmann, \
        tt, ritzau, scanpix, ntb, belga, keystone, lehtikuva, bbc, unsplash, wikimedia commons, associated press, the associated press, ap file, file, photo, \
        photograph, picture, image, images, stock photo, press office, press service, supplied, courtesy",
    ),
    (
        Cue::Picture,
        "pictured, file photo, file picture, file image, file footage, handout photo, handout picture, handout image, \
        image caption, image source, image credit, photo credit, photo by, photos by, photo courtesy, photograph by, picture by, images by, in this photo, in this image, in this picture, in this file photo, \
        in this undated photo, in this handout, in this screengrab, in this screenshot, in this frame grab, in this video grab, in this pool photograph, this photo, this image, this picture, this handout, this undated, \
        this screengrab, this combination, this satellite image, a combination picture, a combination of pictures, \
        undated photo, undated picture, undated image, screengrab, screen grab, video grab, still image, l and, r and, l shakes, l shaking, shakes hands with, shake hands, \
        from left, from right, second left, second right, far left, far right in, seen here, poses for, pose for, left and right, \
        archivbild, symbolbild, foto de archivo, photo d'archives, archivfoto, illustration, representational image, representative image, image used for",
    ),
    (
        Cue::Desk,
        "reporting by, additional reporting, additional reporting by, editing by, edited by, writing by, compiled by, produced by, \
        with inputs from, with input from, with files from, with additional reporting, contributed to this, contributed reporting, contributed reporting to, \
        contributed to the, graphics by, graphic by, research by, translated by, translation by, fact checked by, with agencies, with agency inputs, with wire reports, \
        redaktion, avec afp, avec agences, con información de, con agencias, con informazioni",
    ),
    (
        Cue::Origin,
        "source, sources, quelle, quellen, fuente, fuentes, fonte, fonti, bron, källa, kilde, источник, \
        originally published, first published, first appeared, originally appeared, republished from, republished with, republished under, \
        appears in print, appeared in print, syndicated, this article was, this story was, this piece was, this content was, \
        provided by, distributed by, copyright, erschienen in, article publié, publicado originalmente, auto generated from, published from a syndicated, \
        has not been edited by, except for the headline",
    ),
    (
        Cue::Comment,
        "comment, comments, commentaires, kommentare, comentarios, commenti, comentários, reacties, \
        leave a comment, write a comment, discussion about this post, leave a reply, post a comment, add a comment, view comments, show comments, \
        join the conversation, join the discussion, start the conversation, be the first to comment, have your say, what do you think, comments are closed, \
        comments are moderated, comment guidelines, community guidelines, kommentar schreiben, réagir, commenter, comenta, deja tu comentario",
    ),
    (
        Cue::Player,
        "your browser does not support, this video file cannot be played, cannot be played, unable to play, media is not supported, \
        enable javascript, javascript is disabled, please enable, to play this video, to view this video, consider upgrading, playback, loading, error loading, \
        video player, audio player, now playing, auto generated audio, this audio is, audio is generated, powered by, turn on javascript, audio and podcasts, space to play, listen to articles, \
        this article is read by, this is a modal window, media playback, no compatible source, article is available",
    ),
    (
        Cue::Role,
        "correspondent, reporter, editor, journalist, columnist, bureau chief, staff writer, staff reporter, \
        news editor, contributor, freelance, writer, analyst, producer, photographer, korrespondent, korrespondentin, redakteur, redakteurin, \
        correspondant, correspondante, envoyé spécial, journaliste, corresponsal, periodista, redactor, corrispondente, inviato, giornalista, \
        repórter, correspondente, verslaggever, redacteur, correspondents, desk, staff, agencies, foreign affairs, political editor, bureau, \
        professor, associate professor, lecturer, senior fellow, fellow, researcher, \
        dept, news dept, news department, newsroom",
    ),
    (
        Cue::Contact,
        "contact, email, e mail, write to, reach, tips, tip, send us, get in touch, twitter, tel, phone, media contact, \
        press contact, reached at, can be reached, follow",
    ),
    (
        Cue::Platform,
        "facebook, twitter, x, whatsapp, linkedin, telegram, reddit, instagram, youtube, pinterest, flipboard, messenger, \
        tiktok, bluesky, threads, mastodon, google news, apple news, weibo, wechat, kakaotalk, kakao, sms, viber, vk, tumblr, \
        pocket, snapchat, line, rss, xing, email, e mail, mail, google, spotify, apple podcasts, truth social",
    ),
    (
        Cue::Menu,
        "share, shares, save, saved, unsave, print, tweet, tweets, follow, following, copy, copied, listen, comment, comments, bookmark, bookmarked, \
        gift, download, republish, watch, play, pause, mute, unmute, like, likes, reply, replies, report, view, views, show, hide, close, open, expand, collapse, \
        click, tap, scroll, skip, swipe, previous, next, add, send, menu, search, home, homepage, navigation, login, cancel, submit, \
        subscribe, subscribed, account, settings, help, feedback, contact, edition, live, video, videos, photos, gallery, \
        sharing, minimize, maximize, toggle, autoplay, embed, translate, transcript, fullscreen, slideshow, retweet, upvote, \
        merkliste, kopieren, vergrößern, teilen, drucken, merken, vorlesen, speichern, kommentieren, partager, imprimer, enregistrer, écouter, sauvegarder, suivre, envoyer, \
        compartir, comparte, compartilhar, compartilhe, imprimir, guardar, escuchar, enviar, condividi, stampa, salva, ascolta, commenta, \
        delen, afdrukken, bewaren, dela, skriv, udskriv, del, gem, поделиться, сохранить, печать, udostępnij, drukuj, paylaş, シェア, ツイート, 共有, 印刷, 保存, 공유, 공유하기, 分享, 打印, 收藏, \
        talk, edit, tools, view history, cartoon, shop, share this, shareable, permalink, bookmarks, favourites, favorites, sections, newsletters, podcasts, unlock, resume, react, clap",
    ),
    (
        Cue::MenuFiller,
        "this, that, these, the, a, an, on, to, in, via, by, with, for, from, and, or, of, at, us, our, more, less, all, as, it, here, now, today, \
        later, article, articles, story, stories, page, post, posts, link, links, url, pdf, audio, news, text, full, screen, size, font, image, images, picture, pictures, photo, photos, top, main, content, \
        bottom, reading, list, friend, friends, someone, new, tab, window, app, device, icon, button, read, post, back, go, see, be, your, my, you, sign, log, in, up, out, \
        clipboard, conversation, what, think, about, options, this story, thread, min, mins, mode, dark, light, version, item, items, end, time, first, last, \
        profile, x com, hinzufügen, weitere, optionen, zum, zur, bild, artikel, seite, diesen, auf, per, den, beitrag, cet, cette, sur, par, le, la, l'article, lien, en, el, este, esta, artículo, por, su, questo, articolo, \
        dit, via, op, per e mail, facebook, whatsapp, twitter, o, e, y, no, notícia, noticia, enlace, enlace copiado, slide, 0, facebook messenger, account, team, topic, topics, author, authors, series, preferred, source, prefer",
    ),
    (
        Cue::Report,
        "said, says, told, according, announced, added, reported, wrote, warned, sagte, dit, dijo, detto, disse",
    ),
];

/// The words of a phrase after the first, and its cues.
type Phrase = (Vec<String>, u32);

/// Phrases by their first word.
static LEXICON: LazyLock<WordMap<String, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
    for (cue, list) in PHRASES {
        for phrase in list.split(',') {
            let words = Words::new(phrase);
            let mut words = words.iter().map(str::to_owned);
            let Some(first) = words.next() else { continue };
            let rest: Vec<String> = words.collect();
            let known = phrases.entry(first).or_default();
            match known.iter_mut().find(|(known, _)| *known == rest) {
                Some((_, cues)) => *cues |= bit(cue),
                None => known.push((rest, bit(cue))),
            }
        }
    }
    WordMap::new(phrases.into_iter())
});

/// What the words of a line point to.
pub fn cues(words: &Words) -> Cues {
    let mut cues = Cues::default();
    let mut covered = [0_usize; CUES];
    let mut menu_until = 0;
    let mut all_menu = !words.is_empty();
    let menu = bit(Cue::Menu) | bit(Cue::MenuFiller) | bit(Cue::Platform);
    for (at, word) in words.iter().enumerate() {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            menu_until = menu_until.max(at + 1);
        }
        for (rest, bits) in LEXICON.get(word).into_iter().flatten() {
            let end = at + 1 + rest.len();
            let mut behind = (at + 1..).zip(rest);
            if !behind.all(|(at, rest)| words.get(at) == Some(rest)) {
                continue;
            }
            cues.anywhere |= bits;
            if at == 0 {
                cues.at_start |= bits;
            }
            if bits & menu != 0 {
                menu_until = menu_until.max(end);
            }
            let mut left = *bits;
            while left != 0 {
                let until = &mut covered[left.trailing_zeros() as usize];
                if *until >= at {
                    *until = (*until).max(end);
                }
                left &= left - 1;
            }
        }
        all_menu &= menu_until > at;
    }
    for (position, until) in covered.iter().enumerate() {
        if *until == words.len() && !words.is_empty() {
            cues.whole |= 1 << position;
        }
    }
    cues.all_menu = all_menu && (cues.has(Cue::Menu) || cues.has(Cue::Platform));
    cues
}

#[cfg(test)]
mod tests {
    use super::{Cue, Words, cues};

    #[test]
    fn a_line_of_buttons_is_all_menu() {
        for line in [
            "Share",
            "Save this article",
            "Share on Facebook",
            "Copy link",
            "12 Comments",
            "Print this page",
        ] {
            assert!(cues(&Words::new(line)).all_menu, "{line}");
        }
        for line in ["The share of exports", "Putin", "This article", "3"] {
            assert!(!cues(&Words::new(line)).all_menu, "{line}");
        }
    }

    #[test]
    fn phrases_are_found_whole() {
        let found = cues(&Words::new("Sign up for our newsletter"));
        assert!(found.begins(Cue::Join) && found.has(Cue::Letter) && found.has(Cue::Reader));
        assert!(!cues(&Words::new("Sign the treaty")).has(Cue::Join));
        assert!(cues(&Words::new("Getty Images")).is_all(Cue::Credit));
        assert!(!cues(&Words::new("Getty Images of the war")).is_all(Cue::Credit));
    }
}
