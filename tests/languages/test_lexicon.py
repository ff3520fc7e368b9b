"""Every listed word is executed, every rule of word building with its examples, and forms from real news."""

import json
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import claimcheck.languages
from claimcheck.languages import lexicon as module
from claimcheck.languages.lexicon import broader, kind, lexicon, morphology, opposite
from tests.timing import grows_linearly

SHELF = Path(claimcheck.languages.__file__).parent
LANGUAGES = ("id", "en")
KINDS = {"act", "state", "role", "object", "place", "institution", "quality"}


def read(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def entries(language: str) -> Iterator[tuple[str, str, str]]:
    """File, concept and word or phrase of every entry of a language."""
    for path in sorted((SHELF / language / "words").glob("*.toml")):
        if path.name != "stop.toml":
            for concept, texts in read(path).items():
                yield from ((path.stem, concept, text.strip()) for text in str(texts).split(","))


def inventory() -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted((SHELF / "concepts").glob("*.toml")):
        for key, said in read(path).items():
            rows[key].update(said)  # type: ignore[call-overload]
    return rows


def used() -> set[str]:
    return {concept for language in LANGUAGES for _, concept, _ in entries(language)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_in_two_concepts(language: str) -> None:
    found = defaultdict(set)
    for file, concept, text in entries(language):
        found[text].add((concept, file))
    assert {text: where for text, where in found.items() if len({concept for concept, _ in where}) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_resolves_to_its_concept(language: str) -> None:
    words = lexicon(language)
    wrong = [
        (concept, text)
        for _, concept, text in entries(language)
        if words.concepts_in(text.split()) != [(0, len(text.split()), concept)]
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_written_plainly(language: str) -> None:
    texts = [text for _, _, text in entries(language)]
    assert [
        text for text in texts if not text or text != text.lower() or text != " ".join(text.split())
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_stop_word_has_a_concept(language: str) -> None:
    words = lexicon(language)
    assert [text for _, _, text in entries(language) if words.is_stop(text)] == []
    listed = str(read(SHELF / language / "words" / "stop.toml")["stop"]).replace("\n", " ").split(",")
    stop = [word.strip() for word in listed]
    assert sorted(set(stop)) == sorted(stop)
    assert [word for word in stop if " " in word or not words.is_stop(word) or words.concept(word)] == []


def test_inventory_speaks_of_concepts_that_have_words() -> None:
    rows = inventory()
    assert sorted(rows.keys() - used()) == []
    named = {said[name] for said in rows.values() for name in ("opposite", "broader") if name in said}
    assert sorted(named - used()) == []
    assert {said["kind"] for said in rows.values() if "kind" in said} <= KINDS
    assert {name for said in rows.values() for name in said} <= {"kind", "opposite", "broader", "gloss"}


def test_families_speak_of_concepts_that_have_words() -> None:
    rows = read(SHELF / "contrasts.toml").values()
    named = [concept for sides in rows for side in sides for concept in str(side).split(", ")]  # type: ignore[attr-defined]
    assert sorted(set(named) - used()) == []


def test_opposites_are_symmetric_and_nobodys_own() -> None:
    pairs = {key: opposite(key) for key in used() if opposite(key)}
    assert [key for key, other in pairs.items() if other == key or opposite(str(other)) != key] == []


def test_broader_has_no_circle() -> None:
    for key in used():
        seen = [key]
        while (wider := broader(seen[-1])) is not None:
            assert wider not in seen, seen
            seen.append(wider)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_affix_row_reaches_its_examples(language: str) -> None:
    words, rules, table = lexicon(language), morphology(language), read(SHELF / language / "morphology.toml")
    rows = [row for name in ("prefix", "suffix") for row in table.get(name, [])]  # type: ignore[attr-defined]
    assert [row["strip"] for row in rows if not row["yes"] or not row["no"]] == []
    assert [
        form for row in rows for form, root in row["yes"].items() if root not in {form, *rules.roots(form)}
    ] == []
    assert [form for row in rows for form, root in row["no"].items() if words._base(form) == root] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clitic_reaches_its_examples(language: str) -> None:
    words = lexicon(language)
    for row in read(SHELF / language / "morphology.toml")["clitic"]:  # type: ignore[attr-defined]
        for form, rest in row["yes"].items():
            assert rest in words.rules.without_clitic(form), form
            assert words.concept(form) == words.concept(rest), form
        for form, rest in row["no"].items():
            assert words._base(form) != rest, form


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_never_taken_apart_are_not(language: str) -> None:
    rules = morphology(language)
    assert [word for word in sorted(rules.whole) if rules.roots(word)] == []


FORMS = {
    "id": {
        "visit": "mengunjungi kunjungan berkunjung dikunjungi kunjungannya kunjungan-kunjungan lawatan",
        "visitor": "pengunjung",
        "strengthen": "memperkuat diperkuat penguatan menguatkan perkuat",
        "death": "tewas menewaskan meninggal wafat gugur mati kematian menewaskannya",
        "killing": "membunuh dibunuh pembunuhan terbunuh",
        "killer": "pembunuh",
        "lead": "memimpin dipimpin kepemimpinan",
        "leader": "pemimpin ketua",
        "attend": "menghadiri dihadiri hadir kehadiran",
        "post": "memposting mengunggah diunggah unggahan unggahannya",
        "mediate": "memediasi menengahi dimediasi",
        "short": "pendek singkat",
        "announce": "mengumumkan diumumkan pengumuman",
        "urge": "mendesak didesak desakan",
        "deny": "membantah dibantah bantahan",
        "reject": "menolak ditolak penolakan",
        "accuse": "menuduh dituduh tuduhan tudingan",
        "strict": "ketat memperketat",
        "hard": "keras",
        "delegation": "delegasi",
        "group": "kelompok",
        "government": "pemerintah pemerintahan",
        "order_command": "perintah memerintahkan",
        "defence": "pertahanan",
        "detain": "menahan ditahan penahanan",
        "maintain": "mempertahankan",
        "court": "pengadilan",
        "police": "kepolisian polisi",
        "company": "perusahaan",
        "health": "kesehatan",
        "election": "pemilihan",
        "arrest": "ditangkap menangkap penangkapan tertangkap digelandang dicokok",
        "open_fire": "menembak ditembak penembakan",
        "decide": "memutuskan keputusan diputuskan",
        "verdict": "putusan vonis",
        "border": "perbatasan perbatasannya",
        "increase": "meningkat peningkatan meningkatkan ditingkatkan",
        "evacuation": "evakuasi mengevakuasi dievakuasi",
        "suspend": "membekukan dibekukan pembekuan ditangguhkan",
        "extinguish": "pemadaman dipadamkan padam dijinakkan",
        "fire": "terbakar ludes hangus kebakaran",
        "chase": "mengejar memburu diburu pengejaran",
        "disburse": "cair dicairkan pencairan digelontorkan mengucurkan",
        "reveal": "membeberkan terbongkar membongkar",
    },
    "en": {
        "visit": "visit visits visited visiting trip",
        "strengthen": "strengthened strengthening bolster",
        "death": "dead died dying killed deaths",
        "killing": "murdered murder murders",
        "lead": "led leading",
        "attend": "attended attending",
        "deny": "denied denies denying",
        "reject": "rejected rejects",
        "accuse": "accused accusing",
        "soldier": "soldier soldiers soldier's",
        "take": "took taken takes",
        "stop": "stopped stopping",
        "child": "children child's",
        "big": "bigger biggest",
        "hit": "struck hits hitting",
        "cut_off": "severed",
        "leave": "leaves leaving left",
        "fine_penalty": "fine fined fines",
        "sign_document": "signed signing",
        "suspect": "suspect suspects",
        "suspect_act": "suspected",
        "negotiate": "talks negotiations",
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_of_real_news(language: str) -> None:
    words = lexicon(language)
    wrong = {
        form: (concept, words.concept(form))
        for concept, forms in FORMS[language].items()
        for form in forms.split()
        if words.concept(form) != concept
    }
    assert wrong == {}


PHRASES = [
    ("id", "Kedua delegasi akan mengambil bagian", ["delegation", "attend"]),
    ("id", "ikut serta dalam perayaan", ["attend", "celebrate"]),
    ("id", "gencatan senjata itu", ["ceasefire"]),
    ("id", "dua warga meninggal dunia", ["resident", "death"]),
    ("id", "Kementerian Pertahanan Rusia", ["ministry", "defence"]),
    ("id", "para pengunjuk rasa bekerja sama", ["protester", "cooperate"]),
    ("id", "Rumahnya Ludes Dilalap Si Jago Merah", ["house", "fire"]),
    ("id", "api berhasil dijinakkan", ["fire", "succeed", "extinguish"]),
    ("id", "kebakaran menelan korban jiwa", ["fire", "death"]),
    ("id", "ketiganya dinyatakan meninggal dunia", ["death"]),
    ("id", "warga mengalami luka berat", ["resident", "severe_injury"]),
    ("id", "dituntut Pidana Penjara lima tahun", ["demand", "prison", "year"]),
    ("id", "kembali ke Tanah Airnya", ["return", "homeland"]),
    ("id", "jemaah tiba di Tanah Suci", ["congregation", "arrive", "holy_land"]),
    ("id", "pendapatan nasional bruto Indonesia", ["income"]),
    ("id", "berpendapatan menengah atas", ["upper_middle_income"]),
    ("en", "The delegations took part", ["delegation", "attend"]),
    ("en", "a spokesman for the foreign ministry said", ["spokesperson", "foreign_ministry", "say"]),
    ("en", "The ceasefire is in force", ["ceasefire", "in_force"]),
    ("en", "a drunk - driving arrest", ["drunk_driving", "arrest"]),
    ("id", "gaji ke - 13", ["wage"]),  # no phrase across a number
]


@pytest.mark.parametrize(("language", "text", "concepts"), PHRASES)
def test_phrases_win_over_their_words(language: str, text: str, concepts: list[str]) -> None:
    assert [concept for _, _, concept in lexicon(language).concepts_in(text.split())] == concepts


MEETINGS = [
    ("memimpin", "leads"),
    ("gempa", "earthquake"),
    ("tewas", "killed"),
    ("ekspor", "exports"),
    ("tentara", "troop"),
    ("menuduh", "accused"),
    ("membantah", "denies"),
    ("perang", "war"),
    ("sanksi", "sanctions"),
    ("rudal", "missiles"),
    ("pemilu", "election"),
    ("korupsi", "corruption"),
    ("tersangka", "suspects"),
    ("pengungsi", "refugees"),
    ("memperkuat", "bolster"),
    ("mengunggah", "uploaded"),
    ("menengahi", "mediating"),
    ("wartawan", "reporters"),
    ("kemlu", "foreign ministry"),
    ("menhan", "defense secretary"),
    ("gempabumi", "temblor"),
    ("garis kemiskinan", "poverty threshold"),
    ("melepaskan tembakan", "opened fire"),
    ("di tanah suci", "holy land"),
    ("bui", "jail term"),
    ("gni", "gross national income"),
    ("menabrak", "slammed into"),
    ("raib", "went missing"),
    ("mulai berlaku", "took effect"),
]


@pytest.mark.parametrize(("indonesian", "english"), MEETINGS)
def test_the_two_languages_meet(indonesian: str, english: str) -> None:
    found = [
        [concept for _, _, concept in lexicon(language).concepts_in(text.split())]
        for language, text in (("id", indonesian), ("en", english))
    ]
    assert len(found[0]) == 1
    assert found[0] == found[1]


def test_relations() -> None:
    assert [opposite(key) for key in ("rise", "open", "strengthen", "confirm")] == [
        "fall",
        "close",
        "weaken",
        "deny",
    ]
    # one after the other, or the same seen from the other side: both can be true
    assert [opposite(key) for key in ("begin", "arrive", "give", "win", "marriage")] == [None] * 5
    assert broader("delegation") == "group"
    assert broader("soldier") == "person"
    assert broader("deny") == "reject"
    assert kind("visit") == "act"
    assert opposite("export") != "import"
    assert (opposite("nothing known"), broader("nothing known"), kind("nothing known")) == (None, None, None)


@pytest.mark.parametrize(
    "word", ["", "-", "--", "a-", "-a", "nya", "1953", "x" * 100_000, "nya" * 50_000, "İ", "😀", "a-b-c"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_word_at_all_is_answered(language: str, word: str) -> None:
    words = lexicon(language)
    assert words.concept(word) is None or isinstance(words.concept(word), str)
    assert isinstance(words.lemma(word), str)
    assert words.is_stop(word) in (True, False)
    assert words.concepts_in([word, word]) == words.concepts_in([word, word])


@pytest.mark.parametrize("word", ["ketidaksabaran", "ketidakpedulian", "ketidaksempurnaan"])
def test_a_negated_word_is_not_its_root(word: str) -> None:
    assert lexicon("id").concept(word) is None


@pytest.mark.parametrize(
    ("language", "word"), [("id", "menurutnya"), ("id", "inilah"), ("en", "it’s"), ("en", "who's")]
)
def test_stop_words_with_a_clitic_are_stop_words(language: str, word: str) -> None:
    words = lexicon(language)
    assert words.is_stop(word)
    assert words.concept(word) is None


def test_unknown_language() -> None:
    with pytest.raises(KeyError):
        lexicon("xx")


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CACHE_LIMIT", 2)
    memory: dict[str, str | None] = {}
    for word in ("a", "b", "c"):
        module._remember(memory, word, word)
    assert memory == {"c": "c"}


def test_long_runs_take_linear_time() -> None:
    words = lexicon("id")
    run = ["gempa", "bumi", "kerja", "sama", "unjuk", "rasa"]
    words.concepts_in(run)
    assert grows_linearly(lambda size: words.concepts_in(run * size), 5_000)


def test_simplemma_waits_until_a_word_is_unknown() -> None:
    code = (
        "import sys; from claimcheck.languages.lexicon import lexicon;"
        "lexicon('id').concept('mengunjungi'), lexicon('en').concept('visited');"
        "print('simplemma' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_inventory_is_as_large_as_news_needs() -> None:
    both = [{concept for _, concept, _ in entries(language)} for language in LANGUAGES]
    assert len(both[0] & both[1]) >= 3000
    assert sorted(both[0] ^ both[1]) == []


def test_most_words_of_real_news_have_a_concept() -> None:
    articles = Path(__file__).parents[2].parent / "shared" / "data" / "id_news" / "articles.jsonl"
    if not articles.exists():
        pytest.skip("the news articles are not beside the checkout")
    words = lexicon("id")
    with articles.open(encoding="utf-8") as lines:
        bodies = [json.loads(next(lines))["body"] for _ in range(60)]
    tokens = [word for body in bodies for word in re.findall(r"\b[a-z]{2,30}\b", body)]
    content = [word for word in tokens if not words.is_stop(word)]
    assert sum(words.concept(word) is not None for word in content) / len(content) > 0.85


def test_a_stop_phrase_has_no_concept() -> None:
    words = lexicon("id")
    assert words.concepts_in(["pameran", "dalam", "rangka", "ulang", "tahun"])[0] == (
        0,
        1,
        words.concept("pameran"),
    )
    assert words.concept("rangka") not in [c for _, _, c in words.concepts_in(["dalam", "rangka", "itu"])]
    assert words.concepts_in(["baru", "saja"]) == []
