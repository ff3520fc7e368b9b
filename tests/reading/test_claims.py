"""Clauses to claims: questions without their answers, answers with their places."""

import pytest

import claimcheck


def claim(text: str, language: str = "id") -> claimcheck.Claim:
    claims = claimcheck.read({"text": text, "language": language}).claims
    assert len(claims) == 1, [c.span.text for c in claims]
    return claims[0]


def test_the_number_is_an_answer_and_no_part_of_the_question() -> None:
    assert claim("Gempa menewaskan 12 orang.").question == claim("Gempa menewaskan 15 orang.").question


def test_a_word_that_only_carries_a_number_is_no_part_of_the_question() -> None:
    assert claim("Polisi menyita 50 unit bus.").question == claim("Polisi menyita 50 bus.").question
    assert "former" in claim("Polisi memeriksa 2 eks pekerja.").question.concepts


def test_the_day_is_an_answer_and_no_part_of_the_question() -> None:
    assert claim("Delegasi tiba pada Senin.").question == claim("Delegasi tiba pada Kamis.").question


def test_two_languages_ask_one_question() -> None:
    indonesian, english = claim("Gempa menewaskan 12 orang."), claim("The earthquake killed 12 people.", "en")
    assert set(indonesian.question.concepts) & set(english.question.concepts) >= {"earthquake"}


def test_who_did_it_active_and_passive() -> None:
    assert claim("Delegasi Rusia dipimpin oleh Sergei Shoigu.").agent == "sergei shoigu"
    assert claim("Rusia mengunggah video pendek.").agent == "RU"


@pytest.mark.parametrize(
    ("text", "agent", "act"),
    [
        ("Rio Wahyu diduga memukul Budi Santoso.", "rio wahyu", "hit"),
        ("Rio Wahyu diduga sempat dipukul Budi Santoso.", "budi santoso", "hit"),
        ("Budi Santoso diminta memanggil Rio Wahyu.", None, "request"),
        ("Kebakaran itu diduga akibat korsleting.", None, "suspect_act"),
    ],
)
def test_what_is_suspected_of_somebody_is_the_act(text: str, agent: str | None, act: str) -> None:
    found = claim(text)
    assert (found.agent, dict(found.question.roles)["act"]) == (agent, act)


@pytest.mark.parametrize(
    ("text", "language", "act", "polarity"),
    [
        ("Harga beras di Solo diperkirakan akan naik pada Juni.", "id", "rise", "+"),
        ("Harga beras di Solo diperkirakan tidak akan naik pada Juni.", "id", "rise", "-"),
        ("Harga beras di Solo tidak diperkirakan naik pada Juni.", "id", "rise", "-"),
        ("Rapat di Solo dijadwalkan pada Senin.", "id", "schedule", "+"),
        ("Warga Solo tidak akan ikut mengawal pembongkaran itu.", "id", "accompany", "-"),
        ("Warga Solo ikut dalam pembongkaran itu.", "id", "join", "+"),
        ("Polisi Solo kembali berhasil menangkap pencuri itu.", "id", "arrest", "+"),
        ("Budi Santoso hadir memimpin kelompok dari Solo.", "id", "lead", "+"),
        ("Pencuri dari Solo kembali ke rumahnya.", "id", "return", "+"),
        ("Warga Solo nggak menerima bantuan.", "id", "receive", "-"),
        ("Warga Solo tak sengaja menembak polisi.", "id", "open_fire", "+"),
        ("Umumkan hasil rapat, warga Solo menutup jalan.", "id", "close", "+"),
        ("Polisi tetapkan 3 warga Solo tersangka.", "id", "set_establish", "+"),
        ("Dilansir dari Kompas.com, harga beras di Solo naik.", "id", "rise", "+"),
        ("He was fined in Oslo on Monday.", "en", "fine_penalty", "+"),
        ("He will be charged Friday with murder in Oslo.", "en", "charge", "+"),
        ("The event in Oslo is expected to include a parade.", "en", "include", "+"),
        ("The event in Oslo is expected not to include a parade.", "en", "include", "-"),
        ("The event in Oslo is not expected to include a parade.", "en", "include", "-"),
        ("The prize in Oslo is expected to be announced on Monday.", "en", "announce", "+"),
        ("The show in Oslo was expected on Monday.", "en", "expect", "+"),
    ],
)
def test_what_is_expected_and_what_is_joined_in_is_the_act(
    text: str, language: str, act: str, polarity: str
) -> None:
    found = claim(text, language)
    assert (dict(found.question.roles)["act"], found.polarity) == (act, polarity)


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("Ada 25 ruas jalan di Solo yang terkena ganjil genap.", "affected", "+"),
        ("Ada tiga orang di Solo yang tidak ditahan polisi.", "detain", "-"),
        ("Tidak ada orang di Solo yang ditahan polisi.", "detain", "-"),
        ("Tidak ada yang ditahan polisi di Solo.", "detain", "-"),
        ("Tidak ada orang di Solo yang tidak ditahan polisi.", "detain", "+"),
    ],
)
def test_of_what_is_there_the_act_is_what_is_told_of_it(text: str, act: str, polarity: str) -> None:
    found = claim(text)
    assert (dict(found.question.roles)["act"], found.polarity) == (act, polarity)


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Ann Vance quickly wrote a letter.", "ann vance"),
        ("Russian troops attacked Kyiv.", "RU"),
        ("Ann Vance was arrested by Lee Olsen.", "lee olsen"),
        ("Ann Vance was briefly arrested.", None),
        ("Ann Vance arrested on suspicion of fraud.", None),
        ("The Greek crisis changed the rules.", None),
        ("A Tulsa man wrote a letter.", None),
        ("The Mustangs' defense wrote a letter.", None),
        ("A jury in eastern Oklahoma wrote a letter.", None),
    ],
)
def test_who_did_it_in_english(text: str, agent: str | None) -> None:
    assert claim(text, "en").agent == agent


def test_a_curly_apostrophe_negates_too() -> None:
    assert claim("The mayor hadn’t closed the road.", "en").polarity == "-"


def test_what_is_without_life_is_found_all_the_same() -> None:
    assert claim("Wanita itu ditemukan tak bernyawa di hotel.").polarity == "+"


def test_not_negates_the_act_it_stands_before() -> None:
    assert claim("Bupati tidak menutup jalan itu.").polarity == "-"
    assert claim("Bupati menutup jalan tidak rata itu.").polarity == "+"


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Menurut Bahlil, PT Gag Nikel menutup tambang.", "pt gag nikel"),
        ("Bahlil mengatakan bahwa Prabowo menutup tambang.", "prabowo"),
        ("Bank Indonesia melaporkan cadangan devisa Indonesia naik.", "ID"),
        ("Bahlil menyebut perusahaan itu menutup tambang.", None),
        ("Bahlil menyatakan akan menutup tambang.", "bahlil"),
        ("Rusia mengatakan pasukannya menutup tambang.", "RU"),
    ],
)
def test_who_speaks_is_not_who_does(text: str, agent: str | None) -> None:
    assert claim(text).agent == agent


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Bupati Bogor, Rudy Susmanto, menutup jalan.", "rudy susmanto"),
        ("Presiden Rusia Vladimir Putin menutup jalan.", "vladimir putin"),
        ("Rudy Susmanto, Bupati Bogor, menutup jalan.", "rudy susmanto"),
        ("Ketua KPK Firli, Wakil Ketua KPK Alex, dan Budi menutup jalan.", "firli & alex & budi"),
        ("Simak ulasannya dilansir laman Alfamart.", None),
        ("Presiden Prabowo, Donald Trump, dan Macron menutup jalan.", "prabowo & donald trump & macron"),
        ("Kementerian Pertahanan Rusia menutup jalan.", "Kemenhan & RU"),
        ("Jalan itu ditutup polisi, Budi Santoso.", None),
        ("Jalan itu ditutup Budi Santoso, warga Bogor.", "budi santoso"),
        ("Pembalap itu akrab disapa Pecco.", None),
        ("Ayah Budi Santoso menutup jalan.", None),
        ("Kebakaran di Cilandak, Jakarta Selatan menewaskan 3 orang.", None),
        ("Di Cilandak, Budi Santoso menutup jalan.", "budi santoso"),
        ("Telkom bersama Indosat menutup jalan.", "telkom & indosat"),
        ("Dalam rapat bersama Lee, Budi Santoso menutup jalan.", "budi santoso"),
        ("Hakim Budi Santoso, S.H., M.H., menutup jalan.", "budi santoso"),
        ("dr. Rina Wulan, Sp.PD.KHOM, SH MH menutup jalan.", "rina wulan"),
        ("Kapolda Sumut Irjen Pol. Budi Santoso menutup jalan.", "budi santoso"),
    ],
)
def test_an_office_does_nothing_beside_its_holder(text: str, agent: str | None) -> None:
    assert claim(text).agent == agent


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("Budi Santoso menutup jalan.", "Ia lalu membuka pasar.", ("budi santoso",)),
        ("Rusia menutup jalan.", "Ia lalu membuka pasar.", ()),
        ("Budi Santoso menutup jalan.", "Mereka lalu membuka pasar.", ()),
        ("Rusia menutup jalan.", "Mereka lalu membuka pasar.", ("RU",)),
        (
            "Budi Santoso dan Rina Lestari menutup jalan.",
            "Mereka lalu membuka pasar.",
            ("budi santoso", "rina lestari"),
        ),
        ("Rusia menutup jalan.", "Ia mengatakan pasar dibuka besok.", ()),
    ],
)
def test_whom_a_pronoun_may_mean(first: str, second: str, names: tuple[str, ...]) -> None:
    claims = claimcheck.read({"text": f"{first} {second}", "language": "id"}).claims
    assert claims[-1].question.names == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Belum ada pembicaraan.", [("talk", "-")]),
        ("Sudah ada pembicaraan.", [("talk", "+")]),
        ("Pembicaraan.", []),
        ("Ada pembicaraan.", []),
    ],
)
def test_that_a_thing_is_there_or_not_is_a_claim(text: str, found: list[tuple[str, str]]) -> None:
    claims = claimcheck.read({"text": text, "language": "id"}).claims
    assert [(*c.question.concepts, c.polarity) for c in claims] == found


def test_a_verb_inside_a_word_for_a_person_is_no_act() -> None:
    assert dict(claim("Pemain bertahan itu meneken kontrak.").question.roles)["act"] == "sign_document"


def test_a_word_that_only_goes_with_a_verb_is_no_part_of_the_question() -> None:
    assert claim("Ia tetap menolak tawaran itu.").question == claim("Ia menolak tawaran itu.").question
    assert "temporary" in claim("Harga emas tidaklah tetap.").question.concepts


def test_what_will_be_something_has_no_act() -> None:
    assert "act" not in dict(claim("Oslo will be the centre of the show on Monday.", "en").question.roles)


def test_where_something_was_read_is_no_claim_of_its_own() -> None:
    claims = claimcheck.read("Harga beras naik 2 persen, dikutip Selasa (10/6/2025).").claims
    assert [c.span.text for c in claims] == ["Harga beras naik 2 persen"]


def test_the_doer_stands_behind_what_describes_a_fronted_noun() -> None:
    text = "Dalam rapat yang digelar Rina Lestari kemarin, Presiden Prabowo menutup jalan."
    agents = {c.span.text: c.agent for c in claimcheck.read(text).claims}
    assert agents[text.rstrip(".")] == "prabowo"


def test_a_not_is_shared_across_an_or() -> None:
    claims = claimcheck.read("Budi Santoso tidak memukul hakim atau menjanjikan uang kepada jaksa.").claims
    assert [c.polarity for c in claims] == ["-", "-"]
    claims = claimcheck.read("Budi Santoso memukul hakim atau menjanjikan uang kepada jaksa.").claims
    assert [c.polarity for c in claims] == ["+", "+"]


def test_part_of_a_name_is_no_act() -> None:
    found = claimcheck.read("Hal itu sesuai janji aktris Oline Mendeng di Bogor.").claims
    assert [dict(c.question.roles).get("act") for c in found] == [None]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Warga menolak rencana itu.", "asserted"),
        ("Perusahaan itu mencapai target penjualan.", "asserted"),
        ("Hadiah tak terduga diterima warga.", "asserted"),
        ("Perusahaan itu ditargetkan tutup.", "expected"),
        ("Perusahaan itu kabarnya tutup.", "alleged"),
    ],
)
def test_a_noun_plans_nothing(text: str, status: str) -> None:
    assert claim(text).status == status


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Warga di Bogor menutup jalan.", None),
        ("Di kota Palembang, warga menutup jalan.", None),
        ("Warga Bogor menutup jalan.", "bogor"),
        ("Dalam rapat dengan Lee, Xi menutup jalan.", "xi"),
        ("Delegasi dari Rusia menutup jalan.", "RU"),
        ("Bogor tergolong kota yang ramai.", None),
        ("Fitur donasi Instagram baru ada sejak Juni 2019.", None),
        ("Budi Santoso diundang oleh mitranya di Korea Utara.", "KP"),
    ],
)
def test_where_it_happens_does_nothing(text: str, agent: str | None) -> None:
    assert claim(text).agent == agent


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ada sebanyak 20 bus bekas terbakar di terminal.", "fire"),
        ("Terdapat dua korban meninggal dunia di lokasi.", "death"),
        ("Ada 5 cara mengatasi stres.", "ada"),
        ("Rina mengatakan bahwa kecelakaan itu terjadi saat hujan.", "accident"),
        ("Gempa berkekuatan magnitudo 5,0 mengguncang Bantul.", "jolt"),
    ],
)
def test_the_act_is_what_befell(text: str, act: str) -> None:
    assert dict(claimcheck.read({"text": text, "language": "id"}).claims[0].question.roles)["act"] == act


def test_a_short_statement_that_is_confirmed_keeps_its_not() -> None:
    found = claim("Polisi memastikan korban tidak diculik.")
    assert (dict(found.question.roles)["act"], found.polarity) == ("kidnap", "-")


def test_a_claim_keeps_the_sign_behind_its_last_number() -> None:
    assert claim("Harga mobil turun 55%.").span.text == "Harga mobil turun 55%"


def test_akan_is_no_plan_where_it_means_towards() -> None:
    assert claim("Kebutuhan akan rumah murah meningkat.").status == "asserted"
    assert claim("Akan tetapi, warga menutup jalan.").status == "asserted"
    assert claim("Rumah murah akan dibangun.").status == "planned"


def test_direction_is_a_role() -> None:
    roles = dict(claim("Rusia mengirim senjata ke Korea Utara.").question.roles)
    assert roles["to"] == "KP"


def test_a_bullet_that_repeats_a_sentence_is_no_second_claim() -> None:
    text = (
        "  • Acara itu akan mencakup parade militer besar.\n\nAcara itu akan mencakup parade militer besar.\n"
    )
    assert len(claimcheck.read({"text": text, "language": "id"}).claims) == 1


def test_all_behind_a_closing_cue_is_of_the_speaker() -> None:
    text = "“Kami siap. Jalan itu dibuka,” kata Budi di Kompleks Istana, Jakarta Pusat, Selasa (10/6/2025)."
    (claim,) = [c for c in claimcheck.read(text).claims if "dibuka" in c.span.text]
    assert claim.attribution is not None and claim.attribution.source == "Budi"
    assert [t.role for t in claim.times] == ["statement"]


def test_a_day_beside_the_cue_dates_the_statement() -> None:
    said = claim("“Jembatan itu akan dibuka,” kata Bambang Susilo, Rabu (4/12/2013).")
    assert [t.role for t in said.times] == ["statement"]


def test_an_initial_hides_no_statement() -> None:
    said = claim("“Jembatan itu akan dibuka,” kata Ketua DPRD Solo, M. Susilo di Solo, Rabu (4/12/2013).")
    assert [t.role for t in said.times] == ["statement"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tak sedikit warga menutup jalan itu.", "id"),
        ("Bupati tidak hanya menutup jalan itu.", "id"),
        ("Bupati tak lupa menutup jalan itu.", "id"),
        ("Jangan lupa menutup jalan itu.", "id"),
        ("Bukan tanpa alasan bupati menutup jalan itu.", "id"),
        ("Bupati tidak lalai menutup jalan itu.", "id"),
        ("Mayat pria tanpa identitas itu ditemukan warga.", "id"),
        ("Nyawa bocah itu tidak tertolong.", "id"),
        ("Rina Lestari tidak sadarkan diri di lokasi.", "id"),
        ("A man without papers was arrested.", "en"),
        ("Not a few residents closed the road.", "en"),
    ],
)
def test_some_nots_deny_nothing(text: str, language: str) -> None:
    assert claim(text, language).polarity == "+"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No application for bail was made.", "en"),
        ("I didn't feel we were executing the plan.", "en"),
        ("Tak seorang pun warga menutup jalan itu.", "id"),
        ("Saya tidak merasa bupati menutup jalan itu.", "id"),
        ("Rina Lestari tidak merasa tidak bersalah.", "id"),
    ],
)
def test_some_nots_deny_the_whole_clause(text: str, language: str) -> None:
    assert claim(text, language).polarity == "-"


def test_what_befell_a_part_befell_not_the_whole() -> None:
    told = claim("Two of the three victims died.", "en").quantities
    assert [(str(q.low), q.counted, q.role) for q in told] == [
        ("2", "casualty", "death"),
        ("3", "casualty", None),
    ]


def test_people_of_ten_villages_are_no_villages() -> None:
    told = claim("Lima orang dari 10 desa tewas.").quantities
    assert [q.counted for q in told] == ["person", "village"]


def test_not_one_denies_what_hangs_on_it() -> None:
    text = "Panitia menunggu, tetapi tidak satu pun negara yang melakukan pemboikotan itu."
    assert claimcheck.read({"text": text, "language": "id"}).claims[-1].polarity == "-"


def test_what_should_be_is_not_asserted() -> None:
    assert claim("Bupati semestinya menutup jalan itu.").status == "expected"
    text = "Jika belum ada teknologi yang menghambat pembajakan, industri itu merugi."
    assert claimcheck.read({"text": text, "language": "id"}).claims[0].status == "conditional"


def test_what_a_thing_is_takes_its_name() -> None:
    text = "Menara Pesagi merupakan sebuah menara di Solo yang dibangun pada 1958."
    last = claimcheck.read({"text": text, "language": "id"}).claims[-1]
    assert (last.span.text[:6], last.question.names[0]) == ("sebuah", "pesagi")


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("Bupati datang setelah gempa pada Senin.", "after"),
        ("Bupati datang usai laga di Grup A, Senin (15/6/2015).", "after"),
        ("Setelah itu, bupati datang pada Senin.", None),
        ("Setelah gempa, bupati datang pada Senin.", None),
    ],
)
def test_a_comma_ends_what_came_before(text: str, mod: str | None) -> None:
    assert [t.mod for t in claim(text).times] == [mod]


def test_the_word_that_led_to_a_clause_negates_it():
    text = "Pihaknya berharap izin diberikan dan menjamin kepastian berusaha, tanpa mengabaikan aspek lingkungan."
    found = [c for c in claimcheck.read(text).claims if c.span.text.startswith("mengabaikan")]
    assert [c.polarity for c in found] == ["-"]


def test_what_does_not_exist_was_not_done() -> None:
    text = "Tidak ada lagi pemutihan kartu kuning yang diberlakukan oleh FIFA."
    assert [c.polarity for c in claimcheck.read({"text": text, "language": "id"}).claims][-1] == "-"
    text = "Ada lagi pemutihan kartu kuning yang diberlakukan oleh FIFA."
    assert [c.polarity for c in claimcheck.read({"text": text, "language": "id"}).claims][-1] == "+"


def test_a_counted_head_keeps_its_hedge() -> None:
    text = "Terdapat kurang dari 900 rumah yang belum teraliri air."
    last = claimcheck.read({"text": text, "language": "id"}).claims[-1]
    assert [q.hedge for q in last.quantities] == ["less than"]


def test_no_clause_opens_inside_a_range() -> None:
    text = "Bandara itu melayani kota Solo selama 10 hingga 15 tahun dimulai tahun 2006."
    claims = claimcheck.read({"text": text, "language": "id"}).claims
    assert not [c for c in claims if c.span.text.endswith("10") or c.span.text.startswith("15")]
    money = "Rokok seharga Rp13.000–Rp15.000 per bungkus masih menjadi pilihan utama."
    assert len(claimcheck.read({"text": money, "language": "id"}).claims) == 1


def test_a_word_of_the_lexicon_is_no_name_for_a_longer_one() -> None:
    text = "Jemaah Haji Lampung Tiba di Tanah Air\n\nMereka tiba di Asrama Haji Rajabasa dari Tanah Suci."
    first = claimcheck.read({"text": text, "language": "id"}).claims[0]
    assert first.question.names == ("lampung",)


def test_what_must_not_come_to_pass_is_denied() -> None:
    text = "Perkara ini menjadi atensi publik. Jangan sampai warga dirugikan oleh keputusan itu."
    last = claimcheck.read({"text": text, "language": "id"}).claims[-1]
    assert (last.polarity, last.span.text[:7]) == ("-", "Jangan ")


def test_an_act_that_is_named_is_no_clause() -> None:
    text = "Ini kunjungan pertama para tamu ke negara itu sejak dimulainya pandemi."
    assert len(claimcheck.read({"text": text, "language": "id"}).claims) == 1


def test_the_short_form_of_a_doer_is_no_second_one() -> None:
    text = "Kapal itu dioperasikan oleh Freedom Sailors Union (FSU) pada Mei."
    assert claimcheck.read({"text": text, "language": "id"}).claims[0].agent == "freedom sailors union"


def test_a_line_that_is_a_date_asks_nothing() -> None:
    found = claimcheck.read(
        {"text": "Thursday, March 14, 2013\nA quake hit Palu on Tuesday.", "language": "en"}
    )
    assert [claim.span.text for claim in found.claims] == ["A quake hit Palu on Tuesday"]


def test_to_ask_pardon_asks_for_nothing() -> None:
    told = claim("Budi Santoso meminta maaf atas kejadian itu.")
    assert (told.status, told.attribution) == ("asserted", None)


def test_how_long_alone_asks_nothing() -> None:
    claims = claimcheck.read({"text": "Sehari setelah kapal tiba, pasar dibuka.", "language": "id"}).claims
    assert "Sehari" not in [c.span.text for c in claims]


def test_degrees_part_nobody_from_what_he_says() -> None:
    said = claim("Psikolog Rina Wulan, M.Psi. mengatakan gawai melelahkan mata.").attribution
    assert said is not None and said.source == "Rina Wulan"


@pytest.mark.parametrize(
    "text", ["Polisi menahan Andi, SH (17), di Solo.", "Peterpan, ST 12 tampil di Solo."]
)
def test_initials_are_no_degrees(text: str) -> None:
    found = claim(text).question.names
    assert "sh" in found or "st" in found


def test_a_long_speaker_hides_no_statement() -> None:
    text = "Penjabat (Pj) Wali Kota Pangkalpinang, Rina Wulan menegaskan program itu berjalan."
    assert claim(text).question.concepts[:1] == ("program",)


def asked(text: str, language: str = "id") -> dict[str, set[str]]:
    claims = claimcheck.read({"text": text, "language": language}).claims
    return {c.span.text: {*c.question.names, *c.question.concepts} for c in claims}


def test_a_clause_without_a_subject_asks_about_the_one_before_it() -> None:
    found = asked("Sergei Shoigu tiba di Pyongyang dan akan menghadiri parade.")
    assert "sergei shoigu" in found["akan menghadiri parade"]
    found = asked("Sergei Shoigu tiba di Pyongyang dan para tentara menghadiri parade.")
    assert "sergei shoigu" not in found["para tentara menghadiri parade"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sebanyak 12 orang tewas dan dimakamkan di Palu.", "Lusinan orang tewas dan dimakamkan di Palu."),
        ("Pada Senin bupati tiba dan meninjau pasar.", "Pada 9 Juni bupati tiba dan meninjau pasar."),
        (
            "Budi Santoso mengatakan korban tewas dan dimakamkan.",
            "Rudi mengatakan korban tewas dan dimakamkan.",
        ),
    ],
)
def test_no_answer_of_a_clause_is_asked_about_by_the_next(one: str, other: str) -> None:
    first, second = (claimcheck.read({"text": t, "language": "id"}).claims[-1].question for t in (one, other))
    assert first == second


def test_a_pronoun_asks_about_the_last_one_named() -> None:
    found = asked("Sergei Shoigu tiba di Pyongyang. Ia menghadiri parade militer.")
    assert "sergei shoigu" in found["Ia menghadiri parade militer"]
    found = asked("Ann Vance flew to Palu. She visited the camp on Monday.", "en")
    assert "ann vance" in found["She visited the camp on Monday"]


def test_a_verb_without_an_act_leaves_it_to_its_subject() -> None:
    done = claim("Pencabutan izin tambang itu dilakukan pada Senin.")
    assert (
        dict(done.question.roles)["act"]
        == dict(claim("Pemerintah mencabut izin tambang itu.").question.roles)["act"]
    )


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The affected cables killed the traffic.", "death"),
        ("A recently opened store killed the trade.", "death"),
        ("Two wounded soldiers attacked the house.", "attack"),
        ("The crowd attacked the house.", "attack"),
    ],
)
def test_what_describes_a_noun_is_no_act(text: str, act: str) -> None:
    assert dict(claim(text, "en").question.roles).get("act") == act


def test_whom_a_speaker_plays_does_nothing() -> None:
    told = 'Ann Vance, the star of the film Clara, said: "I am glad that we hit the road again."'
    assert claim(told, "en").agent is None
