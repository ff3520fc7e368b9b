"""A report built by hand from sentences of the five articles, with a finding of every kind and relation."""

# ruff: noqa: E501

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache

from claimcheck.records import (
    Attribution,
    Claim,
    Cluster,
    Diagnostic,
    Document,
    Finding,
    Origin,
    Quantity,
    Question,
    Sentence,
    Side,
    Span,
    Step,
    Time,
    Unread,
    Verdict,
)
from claimcheck.records.finding import FindingKind
from claimcheck.report import Report

_TEXTS = {
    "a0": """Delegasi Rusia dipimpin oleh Menteri Pertahanan Sergei Shoigu tiba di Korea Utara pada Selasa malam, \
menurut Kantor Berita Pusat Korea (KCNA).
Kementerian pertahanan Rusia mengatakan kunjungan Shoigu “akan membantu memperkuat hubungan militer Rusia-Korea \
Utara dan akan menjadi tahap penting dalam pengembangan kerja sama antara kedua negara”.
China pada hari Senin mengklaim sedang menerapkan sanksi “keras” PBB terhadap Korea Utara.
Ekspor China ke Korea Utara pada Juni delapan kali lebih tinggi dari tahun sebelumnya.
Sejak awal 2022, Korea Utara telah menguji sekitar 100 rudal.""",
    "a1": """Delegasi Rusia yang dipimpin Menteri Pertahanan Sergei Shoigu tiba di Korea Utara pada Selasa 25 Juli \
2023 waktu setempat.
“Dengan kunjungan ini, hubungan militer antara Rusia dan Korea Utara akan diperkuat," ujar kementerian, dikutip \
dari Reuters, Rabu 26 Juli 2023.
Pada hari Senin, China menyatakan mereka “ketat” dalam menerapkan sanksi PBB terhadap Korea Utara.
Pada bulan Juni, ekspor China ke Korea Utara delapan kali lipat lebih tinggi daripada tahun sebelumnya.
Amerika Serikat telah menuduh Korea Utara memberikan bantuan militer kepada Rusia, tuduhan yang ditolak oleh kedua \
pihak Pyongyang dan Moskow.""",
    "a2": """Kementerian Pertahanan Rusia mengumumkan bahwa sebuah delegasi Rusia yang dipimpin oleh Menteri \
Pertahanan Sergei Shoigu telah tiba di Korea Utara pada Rabu malam waktu setempat.
"Dengan kunjungan ini, akan memperkuat hubungan militer antara Rusia dan Korea Utara," ujar kementerian dalam sebuah \
pernyataan.
Tiongkok menegaskan pada hari Senin bahwa mereka "ketat" dalam melaksanakan sanksi PBB terhadap Korea Utara.
Ekspor Tiongkok ke Korea Utara pada bulan Juni meningkat sepuluh kali lipat dibandingkan tahun sebelumnya.
Kunjungan itu dikutip dari pernyataan seorang juru bicara yang tak disebut namanya.""",
    "a3": """Kunjungan Shoigu adalah yang pertama oleh seorang menteri pertahanan Rusia ke Korea Utara sejak \
pecahnya Uni Soviet pada tahun 1991.
Korea Utara telah mengirimkan senjata, termasuk roket dan rudal infanteri, untuk mendukung Moskow, kata Gedung Putih.
Korea Utara dan Rusia membantah melakukan kesepakatan senjata. 😀 Gambar itu dibuat 😀 12 kali.""",
    "a4": """Delegasi Rusia tiba di Korea Utara (Korut) menurut informasi dari kementerian itu pada Selasa \
(25/7/2023) malam.
"Kunjungan ini akan membantu memperkuat hubungan militer Rusia-Korea Utara," kata kementerian tersebut dalam sebuah \
pernyataan.
Ekspor China ke Korea Utara pada Juni delapan kali lebih tinggi dari tahun sebelumnya.
Sejak awal 2022 Korea Utara telah menguji 103 rudal.
Amerika Serikat menuduh Korea Utara memberikan bantuan militer ke Rusia.""",
}
_ABOUT = {
    "a0": ("Koran Pagi", "Tamu dari Moskow dan Beijing", "2023-07-26"),
    "a1": ("Harian Kota", "Rayakan 'Hari Kemenangan'", "2023-07-26T08:00:00+07:00"),
    "a2": ("Berita Sore", "Negara-negara Komunis Berkumpul di Korut", None),
    "a3": ("Warta Luar Negeri", None, "2023-07-28"),
    "a4": (None, "Delegasi Rusia dan China di Korut", "2023-07-27"),
}


def _document(key: str) -> Document:
    source, title, published = _ABOUT[key]
    return Document(
        id=key, text=_TEXTS[key], source=source, title=title, published=published, language="id",
        url=f"https://example.org/{key}" if key != "a2" else None,
    )  # fmt: skip


def span(key: str, words: str, inside: str | None = None) -> Span:
    """The place of some words, looked for inside a sentence where one is given."""
    base = _TEXTS[key].index(inside) if inside else 0
    start = _TEXTS[key].index(words, base)
    return Span(key, start, start + len(words), words)


def _sentence(key: str, start: int) -> Span:
    text = _TEXTS[key]
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    return Span(key, first, last, text[first:last])


class _Book:
    """Collects claims, numbered by document."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []

    def claim(self, key: str, words: str, **answers: object) -> Claim:
        place = span(key, words)
        number = sum(c.document == key for c in self.claims)
        question = Question(("visit",), ("RU", "KP"), (words.split()[0].lower(),))
        made = Claim(f"{key}:{number}", place, Sentence(_sentence(key, place.start)), question, **answers)  # type: ignore[arg-type]
        self.claims.append(made)
        return made


def _count(key: str, words: str, value: int, inside: str, **more: object) -> tuple[Quantity, ...]:
    return (Quantity(span(key, words, inside), Decimal(value), Decimal(value), **more),)  # type: ignore[arg-type]


def _day(key: str, words: str, day: int, month: int = 7, year: int = 2023) -> Time:
    start = datetime(year, month, day)
    return Time(
        span(key, words), start, start + timedelta(days=1), "day", start.date().isoformat(), "explicit"
    )


def _side(says: str, claims: Iterable[Claim], spans: Iterable[Span] | None = None) -> Side:
    claims = tuple(claims)
    documents = tuple(dict.fromkeys(c.document for c in claims))
    origins = tuple(dict.fromkeys("o1" if d in ("a1", "a2", "a4") else f"o-{d}" for d in documents))
    places = tuple(spans) if spans is not None else tuple(c.span for c in claims)
    return Side(says, places, tuple(c.id for c in claims), documents, origins)


def _cluster(name: str, *claims: Claim) -> Cluster:
    documents = tuple(dict.fromkeys(c.document for c in claims))
    return Cluster(name, tuple(c.id for c in claims), documents, ("o1",))


def _steps(rule: str, says: str) -> tuple[Step, ...]:
    return (
        Step("question.same", True, "pertanyaannya sama: kunjungan, RU, KP", 6.4),
        Step(f"{rule.split('.')[0]}.cannot_tell", False, "kedua nilai terbaca"),
        Step(f"{rule.split('.')[0]}.equal", False, "nilainya tidak sama"),
        Step(rule, True, says),
    )


@cache
def sample() -> Report:
    """The report that most tests of rendering print."""
    book = _Book()
    arrive = [
        book.claim("a0", "tiba di Korea Utara pada Selasa malam", times=(Time(span("a0", "Selasa malam"), None, None, "weekday", weekday=1),)),
        book.claim("a1", "tiba di Korea Utara pada Selasa 25 Juli 2023 waktu setempat", times=(_day("a1", "Selasa 25 Juli 2023", 25),)),
        book.claim("a2", "telah tiba di Korea Utara pada Rabu malam waktu setempat", times=(Time(span("a2", "Rabu malam"), None, None, "weekday", weekday=2),)),
        book.claim("a4", "tiba di Korea Utara (Korut) menurut informasi dari kementerian itu pada Selasa (25/7/2023) malam", times=(_day("a4", "Selasa (25/7/2023) malam", 25),)),
    ]  # fmt: skip
    quote = [
        book.claim("a0", "kunjungan Shoigu “akan membantu memperkuat hubungan militer Rusia-Korea Utara"),
        book.claim(
            "a1", "Dengan kunjungan ini, hubungan militer antara Rusia dan Korea Utara akan diperkuat"
        ),
        book.claim(
            "a2", "Dengan kunjungan ini, akan memperkuat hubungan militer antara Rusia dan Korea Utara"
        ),
        book.claim("a4", "Kunjungan ini akan membantu memperkuat hubungan militer Rusia-Korea Utara"),
    ]
    strict = [
        book.claim("a0", "China pada hari Senin mengklaim sedang menerapkan sanksi “keras” PBB terhadap Korea Utara"),
        book.claim("a1", "China menyatakan mereka “ketat” dalam menerapkan sanksi PBB terhadap Korea Utara"),
        book.claim("a2", "mereka \"ketat\" dalam melaksanakan sanksi PBB terhadap Korea Utara"),
    ]  # fmt: skip
    export = [
        book.claim(k, w, quantities=_count(k, n, v, w, unit="times", kind="ratio"))
        for k, w, n, v in (
            ("a0", "Ekspor China ke Korea Utara pada Juni delapan kali lebih tinggi dari tahun sebelumnya", "delapan kali", 8),
            ("a1", "ekspor China ke Korea Utara delapan kali lipat lebih tinggi daripada tahun sebelumnya", "delapan kali lipat", 8),
            ("a2", "Ekspor Tiongkok ke Korea Utara pada bulan Juni meningkat sepuluh kali lipat dibandingkan tahun sebelumnya", "sepuluh kali lipat", 10),
            ("a4", "Ekspor China ke Korea Utara pada Juni delapan kali lebih tinggi dari tahun sebelumnya", "delapan kali", 8),
        )
    ]  # fmt: skip
    missiles = [
        book.claim("a0", "Korea Utara telah menguji sekitar 100 rudal", quantities=_count("a0", "sekitar 100 rudal", 100, "menguji", hedge="about")),
        book.claim("a4", "Korea Utara telah menguji 103 rudal", quantities=_count("a4", "103 rudal", 103, "menguji")),
    ]  # fmt: skip
    deny = [
        book.claim("a1", "Amerika Serikat telah menuduh Korea Utara memberikan bantuan militer kepada Rusia"),
        book.claim("a3", "Korea Utara dan Rusia membantah melakukan kesepakatan senjata", polarity="-"),
        book.claim("a4", "Amerika Serikat menuduh Korea Utara memberikan bantuan militer ke Rusia"),
    ]
    weapons = book.claim("a3", "Korea Utara telah mengirimkan senjata", attribution=_white_house())
    book.claim("a3", "Gambar itu dibuat 😀 12 kali", quantities=_count("a3", "12 kali", 12, "Gambar"))
    findings = (
        Finding("f-export", "number", "conflict", "high", 0.94, "Ekspor China ke Korea Utara naik delapan atau sepuluh kali?", "Berapa kali lipat ekspor China ke Korea Utara pada Juni?",
                (_side("delapan kali", [export[0], export[1], export[3]]), _side("sepuluh kali lipat", [export[2]])), _steps("number.apart", "8 dan 10 tidak dapat keduanya benar")),
        Finding("f-arrive", "date", "conflict", "medium", 0.81, "Delegasi Rusia tiba Selasa atau Rabu?", "Kapan delegasi Rusia tiba di Korea Utara?",
                (_side("Selasa, 25 Juli 2023", [arrive[0], arrive[1], arrive[3]]), _side("Rabu", [arrive[2]])), _steps("date.weekday_apart", "Selasa bukan Rabu")),
        Finding("f-quote", "quotation", "conflict", "medium", 0.88, "Kementerian Pertahanan Rusia dikutip dengan kata yang berbeda", "Apa kata Kementerian Pertahanan Rusia tentang kunjungan itu?",
                (_side("akan membantu memperkuat", [quote[0], quote[3]]), _side("akan diperkuat", [quote[1]]), _side("akan memperkuat", [quote[2]])), _steps("quotation.words_differ", "di dalam tanda kutip: membantu memperkuat, diperkuat, memperkuat")),
        Finding("f-strict", "quotation", "conflict", "low", 0.72, "China: sanksi “keras” atau “ketat”?", "Dengan kata apa China menyebut penerapan sanksi?",
                (_side("“keras”", [strict[0]], [span("a0", "keras")]), _side("“ketat”", strict[1:], [span("a1", "ketat"), span("a2", "ketat")])), _steps("quotation.words_differ", "keras bukan ketat")),
        Finding("f-deny", "polarity", "disputed", "note", 0.66, "Bantuan senjata: dituduhkan dan dibantah", "Apakah Korea Utara memberi bantuan militer kepada Rusia?",
                (_side("ya, menurut Amerika Serikat", [deny[0], deny[2]]), _side("tidak, menurut Korea Utara dan Rusia", [deny[1]])), _steps("polarity.both_reported", "kedua pihak diberitakan")),
        Finding("f-missiles", "number", "compatible", "note", 0.9, "Sekitar 100 dan 103 rudal cocok", "Berapa rudal yang diuji Korea Utara sejak awal 2022?",
                (_side("sekitar 100", [missiles[0]]), _side("103", [missiles[1]])), _steps("number.rounds", "103 dibulatkan menjadi sekitar 100")),
        Finding("f-who", "attribution", "updates", "note", 0.55, "Siapa yang mengabarkan kedatangan: KCNA, lalu kementerian", "Siapa yang mengabarkan kedatangan?",
                (_side("KCNA", [arrive[0]], [span("a0", "Kantor Berita Pusat Korea (KCNA)")]), _side("kementerian", [arrive[3]], [span("a4", "kementerian")])), _steps("attribution.later", "sumber yang lebih baru")),
        Finding("f-scope", "arithmetic", "differs in scope", "note", 0.5, "Dua hitungan dengan cakupan berbeda", "Berapa banyak?",
                (_side("100", [missiles[0]], [span("a0", "100")]), _side("12 kali", [book.claims[-1]], [span("a3", "12 kali")])), ()),
    )  # fmt: skip
    verdicts = [Verdict(a.id, b.id, "number", "same", (Step("number.equal", True, "keduanya 8"),)) for a, b in ((export[0], export[1]), (export[0], export[3]), (export[1], export[3]))]  # fmt: skip
    verdicts += [Verdict(a.id, export[2].id, "number", "conflict", _steps("number.apart", "8 dan 10")) for a in (export[0], export[1], export[3])]  # fmt: skip
    verdicts += [Verdict(arrive[0].id, arrive[2].id, "date", "conflict", _steps("date.weekday_apart", "Selasa bukan Rabu")), Verdict(missiles[0].id, missiles[1].id, "number", "compatible", ())]  # fmt: skip
    return Report(
        documents=tuple(_document(k) for k in _TEXTS),
        claims=tuple(book.claims),
        clusters=(
            _cluster("q1", *arrive), _cluster("q2", *quote), _cluster("q3", *strict), _cluster("q4", *export),
            _cluster("q5", *missiles), _cluster("q6", *deny, weapons),
        ),
        verdicts=tuple(verdicts),
        findings=findings,
        origins=(
            Origin("o1", ("a1", "a2", "a4"), ("dikutip dari Reuters", "12 kalimat yang sama")),
            Origin("o-a0", ("a0",)), Origin("o-a3", ("a3",)),
        ),
        unread=(Unread(span("a3", "1991"), "tahun tanpa peristiwa"), Unread(span("a2", "seorang juru bicara"), "penutur tanpa nama")),
        diagnostics=(Diagnostic("CC301", "tanpa tanggal terbit: “Rabu” tidak dapat ditanggalkan", "a2"),),
    )  # fmt: skip


def _white_house() -> Attribution:
    cue = span("a3", "kata Gedung Putih")
    return Attribution(
        cue, span("a3", "kata"), span("a3", "Korea Utara telah mengirimkan senjata"), "White House",
        span("a3", "Gedung Putih"), ("AP", "White House"),
    )  # fmt: skip


@cache
def pair(word: str) -> Report:
    """Two documents that clash, with one string in every field that takes any string."""
    texts = {f"{word}{n}": f"{word} tewas 😀 {word} {n}\r\n{word}" for n in (1, 2)}
    claims, sides = [], []
    for number, (name, text) in enumerate(texts.items()):
        at = text.index(word, len(word) + 5)
        place, sentence = Span(name, at, at + len(word), word), Span(name, 0, len(text), text)
        answer = Quantity(
            place, Decimal(number), Decimal(number), unit=word, counted=word, role=word, per=word
        )
        said = Attribution(place, place, place, word, place, (word, word))
        day = Time(place, datetime(2023, 7, 25 + number), None, "day", edtf=word)
        claims.append(
            Claim(
                f"{name}:0",
                place,
                Sentence(sentence),
                Question((word,), (word,), (word,), ((word, word),)),
                (answer,),
                (day,),
                said,
                word,
                (place,),
                language=word,
            )
        )
        sides.append(Side(f"{word}{number}", (place,), (f"{name}:0",), (name,), (f"{word}{number}",)))
    names, ids = tuple(texts), tuple(c.id for c in claims)
    steps = (Step(word, True, word, 1.0), Step(word, False, word))
    kinds: tuple[FindingKind, ...] = ("number", "date", "attribution", "quotation", "polarity")
    findings = [
        Finding(f"{word}{k}", k, "conflict", "high", 0.9, word, word, tuple(sides), steps) for k in kinds
    ]
    findings.append(Finding(f"{word}x", "number", "unsure", "note", 0.5, word, word, tuple(sides), steps))
    return Report(
        documents=tuple(
            Document(
                id=n,
                text=t,
                source=word,
                title=word,
                published=word,
                language=word,
                url=word,
                meta={word: word},
            )
            for n, t in texts.items()
        ),
        claims=tuple(claims),
        clusters=(Cluster(word, ids, names, (word,)),),
        verdicts=(Verdict(ids[0], ids[1], word, "conflict", steps),),
        findings=tuple(findings),
        origins=(Origin(word, names, (word,)),),
        unread=(Unread(claims[0].span, word),),
        diagnostics=(Diagnostic(word, word, names[0], claims[0].span),),
    )
