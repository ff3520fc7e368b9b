"""Two short reports, as a newcomer would try them: what must clash, and what must not."""

import pytest

import claimcheck

Group = tuple[str, str, list[str], list[str]]

HEARING = (
    "Sidang perkara TikTok digelar Selasa oleh Komisi Pengawas Persaingan Usaha atas usulan investigator."
)
VISIT = "Menteri Abdul Mukti dan Bima Arya meninjau Sekolah Garuda."
# Language, one report, others that contradict it, others that do not.
GROUPS: list[Group] = [
    (
        "id",
        "Kebakaran di Pasar Senen menewaskan 12 orang dan melukai 30 orang pada Senin (9/6/2025) pukul 10.30 WIB.",
        [
            "Kebakaran di Pasar Senen menewaskan 15 orang dan melukai 30 orang pada Senin (9/6/2025) pukul 10.30 WIB.",
            "Kebakaran di Pasar Senen menewaskan 12 orang dan melukai 35 orang pada Senin (9/6/2025) pukul 10.30 WIB.",
            "Kebakaran di Pasar Senen terjadi pada Minggu, 8 Juni 2025.",
            "Kebakaran di Pasar Senen terjadi pukul 12.30 WIB.",
            "Korban tewas akibat kebakaran di Pasar Senen mencapai 15 orang.",
            "Sebanyak 15 orang tewas dalam kebakaran di Pasar Senen.",
            "Tidak ada korban jiwa dalam kebakaran di Pasar Senen.",
            "Kebakaran di Pasar Senen menewaskan lebih dari 20 orang.",
        ],
        [
            "Kebakaran di Pasar Senen menewaskan dua belas orang dan melukai 30 orang pada Senin (9/6/2025).",
            "Kebakaran di Pasar Senen menewaskan sekitar 12 orang dan melukai puluhan orang.",
            "Kebakaran di Pasar Senen menewaskan 12 orang pada Senin lalu.",
            "Kebakaran di Pasar Senen menewaskan sedikitnya 10 orang.",
        ],
    ),
    (
        "id",
        "Program diskon itu berlangsung mulai 25 April hingga 30 Juni 2025 di Solo.",
        ["Program diskon itu berlangsung hingga 27 Juni 2025 di Solo."],
        ["Program diskon itu berlangsung hingga 30 Juni 2025 di Solo."],
    ),
    (
        "id",
        "Pendaftaran beasiswa dibuka hingga 31 Oktober 2025 bagi siswa di Solo.",
        ["Pendaftaran beasiswa masih dibuka hingga 31 Agustus 2025 bagi siswa di Solo."],
        ["Pendaftaran beasiswa masih dibuka hingga Oktober 2025 bagi siswa di Solo."],
    ),
    (
        "id",
        "Kapal Sinar berangkat dari Solo sejak 21 Mei 2025.",
        ["Kapal Sinar berangkat dari Solo pada Minggu, 1 Juni 2025."],
        ["Kapal Sinar berangkat dari Solo pada Rabu, 21 Mei 2025."],
    ),
    (
        "id",
        "Pameran buku di Solo digelar 28 Mei-14 Juni 2025.",
        ["Pameran buku di Solo digelar pada 28 Mei-17 Juni 2025."],
        [
            "Pameran buku di Solo digelar pada 28 Mei hingga 14 Juni 2025.",
            "Pameran buku di Solo digelar pada Juni 2025.",
        ],
    ),
    (
        "id",
        "Jembatan Ampera di Palembang ditutup selama sepekan.",
        ["Jembatan Ampera di Palembang ditutup selama tiga pekan."],
        [
            "Jembatan Ampera di Palembang ditutup selama 7 hari.",
            "Jembatan Ampera di Palembang ditutup 8 hari.",
        ],
    ),
    (
        "id",
        "Bank Indonesia menaikkan suku bunga acuan sebesar 25 basis poin menjadi 6,25 persen.",
        [
            "Bank Indonesia menaikkan suku bunga acuan menjadi 6,5 persen.",
            "Bank Indonesia menurunkan suku bunga acuan sebesar 25 basis poin menjadi 6,25 persen.",
        ],
        ["Bank Indonesia menaikkan suku bunga acuan 0,25 persen menjadi 6,25%."],
    ),
    (
        "id",
        "Polisi menyita uang Rp 1,5 miliar dari rumah Budi Santoso (45) di Depok.",
        [
            "Polisi menyita uang Rp 1,8 miliar dari rumah Budi Santoso (45) di Depok.",
            "Polisi menyita uang Rp 1,5 miliar dari rumah Budi Santoso (47) di Depok.",
            "Polisi tidak menyita uang dari rumah Budi Santoso di Depok.",
        ],
        [
            "Polisi menyita uang Rp 1.500.000.000 dari rumah Budi Santoso (45) di Depok.",
            "Polisi menyita uang Rp 1,5 miliar dari rumah Andi Wijaya (45) di Depok.",
        ],
    ),
    (
        "id",
        "“Kami akan menutup pabrik itu bulan depan,” kata Direktur PT Maju Jaya, Andi Wijaya.",
        [
            "“Kami akan menutup pabrik itu bulan depan,” kata Direktur PT Maju Jaya, Rudi Hartono.",
            "“Kami tidak akan menutup pabrik itu bulan depan,” kata Direktur PT Maju Jaya, Andi Wijaya.",
        ],
        [
            "“Kami akan menutup pabrik itu bulan depan,” ujar Andi Wijaya, Direktur PT Maju Jaya.",
            "“Kami akan menutup pabrik itu bulan depan,” kata Direktur PT Maju Jaya.",
        ],
    ),
    (
        "id",
        "Pesawat Garuda GA-123 tujuan Makassar membawa 180 penumpang.",
        [
            "Pesawat Garuda GA-123 tujuan Makassar membawa 150 penumpang.",
            "Pesawat Garuda GA-132 tujuan Makassar membawa 180 penumpang.",
        ],
        ["Pesawat Garuda GA 123 tujuan Makassar membawa seratus delapan puluh penumpang."],
    ),
    (
        "id",
        "Gempa magnitudo 6,2 mengguncang Palu dengan kedalaman 10 km.",
        [
            "Gempa magnitudo 6,5 mengguncang Palu dengan kedalaman 10 km.",
            "Gempa magnitudo 6,2 mengguncang Palu dengan kedalaman 20 km.",
        ],
        ["Gempa M 6,2 mengguncang Palu, kedalaman 10 kilometer."],
    ),
    (
        "id",
        "Hakim menjatuhkan vonis 8 tahun penjara kepada Budi Santoso.",
        [
            "Hakim menjatuhkan vonis 6 tahun penjara kepada Budi Santoso.",
            "Budi Santoso divonis 6 tahun penjara.",
        ],
        ["Jaksa menuntut Budi Santoso 10 tahun penjara."],
    ),
    (
        "id",
        "Timnas Indonesia mengalahkan Bahrain 2-1 di Jakarta.",
        [
            "Timnas Indonesia mengalahkan Bahrain 3-1 di Jakarta.",
            "Timnas Indonesia kalah dari Bahrain 1-2 di Jakarta.",
            "Bahrain mengalahkan Timnas Indonesia 2-1 di Jakarta.",
        ],
        ["Indonesia menang 2-1 atas Bahrain."],
    ),
    (
        "id",
        "Universitas Gadjah Mada didirikan pada 1949.",
        ["Universitas Gadjah Mada didirikan pada 1946."],
        ["Universitas Gadjah Mada berdiri sejak 1949.", "UGM didirikan pada 19 Desember 1949."],
    ),
    (
        "en",
        "A fire at a market in Jakarta killed 12 people and injured 30 on Monday, June 9, 2025.",
        [
            "A fire at a market in Jakarta killed 15 people and injured 30 on Monday, June 9, 2025.",
            "At least 15 people were killed in a fire at a market in Jakarta.",
            "No one was killed in the fire at a market in Jakarta.",
            "Fifteen people died in a fire at a market in Jakarta.",
        ],
        [
            "A fire at a market in Jakarta killed twelve people.",
            "The death toll from a fire at a market in Jakarta rose to 15.",
        ],
    ),
    (
        "en",
        "“We will close the plant next month,” said Ann Vance, director of Acme.",
        [
            "“We will close the plant next month,” said Lee Olsen, director of Acme.",
            "“We will not close the plant next month,” said Ann Vance, director of Acme.",
        ],
        ["“We will close the plant next month,” Acme director Ann Vance said."],
    ),
    (
        "en",
        "The company reported a profit of $3.2 million in 2024, up 12 percent.",
        [
            "The company reported a profit of $2.3 million in 2024, up 12 percent.",
            "The company reported a profit of $3.2 million in 2024, up 15 percent.",
            "The company reported a profit of $3.2 million in 2024, down 12 percent.",
        ],
        ["The company reported a profit of about $3 million in 2024."],
    ),
    (
        "id",
        "Pemilihan gubernur Jawa Tengah dimenangkan Ahmad Luthfi dengan 59,14 persen suara.",
        ["Pemilihan gubernur Jawa Tengah dimenangkan Ahmad Luthfi dengan 54,19 persen suara."],
        [
            "Ahmad Luthfi memenangkan pemilihan gubernur Jawa Tengah dengan 59,14% suara.",
            "Ahmad Luthfi meraih hampir 60 persen suara dalam pemilihan gubernur Jawa Tengah.",
        ],
    ),
    (
        "id",
        "Presiden Prabowo Subianto tiba di Beijing pada Rabu (3/9/2025) untuk menghadiri parade militer.",
        ["Presiden Prabowo Subianto tiba di Beijing pada Kamis (4/9/2025) untuk menghadiri parade militer."],
        [
            "Presiden Prabowo Subianto tiba di Beijing pada 3 September 2025.",
            "Presiden Prabowo Subianto tiba di Beijing pada Rabu malam.",
            "Prabowo tiba di Beijing Rabu (3/9/2025).",
        ],
    ),
    (
        "id",
        "Harga beras medium di Jakarta naik menjadi Rp 14.500 per kilogram pada Mei 2025.",
        [
            "Harga beras medium di Jakarta naik menjadi Rp 15.400 per kilogram pada Mei 2025.",
            "Harga beras medium di Jakarta turun menjadi Rp 14.500 per kilogram pada Mei 2025.",
        ],
        [
            "Harga beras medium di Jakarta mencapai Rp 14.500 per kg pada Mei 2025.",
            "Harga beras premium di Jakarta naik menjadi Rp 16.500 per kilogram pada Mei 2025.",
            "Harga beras medium di Surabaya naik menjadi Rp 13.500 per kilogram pada Mei 2025.",
            "Harga beras medium di Jakarta Rp 13.000 per kilogram pada April 2025.",
        ],
    ),
    (
        "id",
        "Banjir merendam 1.250 rumah di Demak dengan ketinggian air 80 cm.",
        [
            "Banjir merendam 2.150 rumah di Demak dengan ketinggian air 80 cm.",
            "Banjir merendam 1.250 rumah di Demak dengan ketinggian air 1,5 meter.",
            "Sebanyak 1.500 rumah di Demak terendam banjir.",
        ],
        [
            "Banjir merendam sekitar 1.200 rumah di Demak.",
            "Banjir merendam ribuan rumah di Demak.",
            "Banjir merendam 1.250 rumah di Kudus dengan ketinggian air 80 cm.",
        ],
    ),
    (
        "id",
        "KPK menetapkan lima tersangka dalam kasus suap jalan di Medan.",
        [
            "KPK menetapkan enam tersangka dalam kasus suap jalan di Medan.",
            "KPK tidak menetapkan tersangka dalam kasus suap jalan di Medan.",
        ],
        [
            "KPK menetapkan 5 orang sebagai tersangka kasus suap jalan di Medan.",
            "KPK belum menetapkan tersangka dalam kasus suap jalan di Medan.",
        ],
    ),
    (
        "id",
        "Gubernur Jawa Barat Dedi Mulyadi melarang wisuda sekolah mulai 2025.",
        [
            "Gubernur Jawa Barat Dedi Mulyadi mengizinkan wisuda sekolah mulai 2025.",
            "Gubernur Jawa Barat Dedi Mulyadi melarang wisuda sekolah mulai 2026.",
            "Gubernur Jawa Tengah Dedi Mulyadi melarang wisuda sekolah mulai 2025.",
        ],
        ["Dedi Mulyadi melarang wisuda sekolah."],
    ),
    (
        "id",
        "Kecelakaan bus di Tol Cipali terjadi di KM 92 pukul 03.15 WIB dan melibatkan tiga kendaraan.",
        [
            "Kecelakaan bus di Tol Cipali terjadi di KM 97 pukul 03.15 WIB dan melibatkan tiga kendaraan.",
            "Kecelakaan bus di Tol Cipali terjadi di KM 92 pukul 05.15 WIB dan melibatkan tiga kendaraan.",
            "Kecelakaan bus di Tol Cipali melibatkan empat kendaraan.",
        ],
        ["Kecelakaan bus di Tol Cipali terjadi sekitar pukul 03.00 WIB."],
    ),
    (
        "id",
        "Jumlah penduduk Kota Bogor 1,07 juta jiwa pada 2023.",
        ["Jumlah penduduk Kota Bogor 1,7 juta jiwa pada 2023."],
        ["Penduduk Kota Bogor sekitar 1 juta jiwa.", "Jumlah penduduk Kota Bogor 1,05 juta jiwa pada 2020."],
    ),
    (
        "id",
        "Film itu ditonton 2,5 juta orang dalam dua pekan.",
        [
            "Film itu ditonton 3,5 juta orang dalam dua pekan.",
            "Film itu ditonton 2,5 juta orang dalam tiga pekan.",
        ],
        ["Film itu ditonton lebih dari 2 juta orang."],
    ),
    (
        "id",
        "Menteri Keuangan Sri Mulyani mengatakan defisit APBN mencapai 2,78 persen.",
        [
            "Menteri Keuangan Sri Mulyani mengatakan defisit APBN mencapai 2,29 persen.",
            "Sri Mulyani membantah defisit APBN mencapai 2,78 persen.",
        ],
        [
            "Menteri Koordinator Airlangga Hartarto mengatakan defisit APBN mencapai 2,78 persen.",
            "Sri Mulyani menyebut defisit APBN 2,78 persen.",
        ],
    ),
    (
        "id",
        "Persib Bandung mengalahkan Persija Jakarta 3-1 di Stadion GBLA.",
        [
            "Persib Bandung mengalahkan Persija Jakarta 2-1 di Stadion GBLA.",
            "Persija Jakarta mengalahkan Persib Bandung 3-1 di Stadion GBLA.",
        ],
        ["Persib menang 3-1 atas Persija."],
    ),
    (
        "id",
        "Tiga warga negara asing ditangkap di Bali karena narkoba.",
        ["Empat warga negara asing ditangkap di Bali karena narkoba."],
        [
            "Polisi menangkap tiga WNA di Bali karena narkoba.",
            "Tiga warga negara asing dideportasi dari Bali.",
        ],
    ),
    (
        "en",
        "President Joko Widodo opened the 42-kilometre toll road in Aceh on 5 May 2024.",
        [
            "President Joko Widodo opened the 24-kilometre toll road in Aceh on 5 May 2024.",
            "President Joko Widodo opened the toll road in Aceh on 6 May 2024.",
        ],
        ["Jokowi opened the toll road in Aceh on 5 May 2024."],
    ),
    (
        "en",
        "Police arrested five suspects in London after the robbery of a bank.",
        [
            "Police arrested six suspects in London after the robbery of a bank.",
            "Police have not arrested any suspects in London.",
        ],
        [
            "Five suspects were arrested in London.",
            "Police arrested three men and two women in London after the robbery of a bank.",
        ],
    ),
    (
        "en",
        "Inflation rose to 3.1 percent in March from 2.8 percent in February.",
        [
            "Inflation rose to 3.4 percent in March from 2.8 percent in February.",
            "Inflation fell to 3.1 percent in March.",
        ],
        ["Inflation was 3.1 percent in March.", "Inflation rose to 3.3 percent in April."],
    ),
    (
        "en",
        "The court sentenced John Miller to 12 years in prison for fraud.",
        ["The court sentenced John Miller to 10 years in prison for fraud."],
        [
            "John Miller was sentenced to 12 years in prison.",
            "Prosecutors had asked for 15 years in prison for John Miller.",
            "The court sentenced Peter Brown to 12 years in prison for fraud.",
        ],
    ),
    (
        "id",
        "Harga emas Antam 5 gram di Jakarta hari ini Rp 9.320.000.",
        [],
        ["Harga emas Antam 5 gram di Jakarta hari ini Rp 9.295.000."],
    ),
    (
        "id",
        "Pameran di Solo dibuka pada 5 Juni.",
        ["Pameran di Solo dibuka pada 7 Juni."],
        ["Pameran di Solo ditutup pada 20 Juni."],
    ),
    (
        "id",
        "Warga yang mengungsi mencapai 1.200 jiwa hingga Senin malam.",
        ["Warga yang mengungsi mencapai 1.800 jiwa hingga Senin malam."],
        ["Warga yang mengungsi mencapai 1.500 jiwa hingga Selasa malam."],
    ),
    (
        "en",
        "Three people were killed in the crash in Ohio.",
        ["Four people were killed in the crash in Ohio."],
        ["Two men and a woman were killed in the crash in Ohio."],
    ),
    # One saying of several sentences, cut in two ways, has one day; a report that received it later has its own.
    (
        "id",
        "“Semua warga sudah kami pindahkan ke tempat yang aman sejak pagi. Itu sudah sesuai rencana,” kata Wali Kota "
        "Palu Rina Lestari di Palu, Senin (9/6/2025).",
        [
            "“Semua warga sudah kami pindahkan ke tempat yang aman sejak pagi,” ujar Rina Lestari saat dikonfirmasi, "
            "Selasa (10/6/2025).",
        ],
        [
            "“Semua warga sudah kami pindahkan ke tempat yang aman sejak pagi,” ujar Rina Lestari dalam keterangan "
            "yang diterima Selasa (10/6/2025).",
            "“Hari ini 120 warga sudah kami pindahkan ke tempat yang aman sejak pagi,” ujar Rina Lestari, "
            "Selasa (10/6/2025).",
        ],
    ),
    (
        "id",
        "Timnas Malaysia gagal memetik kemenangan di laga pertama Grup F.",
        ["Timnas Malaysia memetik kemenangan di laga pertama Grup F."],
        ["Timnas Malaysia tidak memetik kemenangan di laga pertama Grup F."],
    ),
    (
        "en",
        "The council of Leeds failed to approve the new housing budget.",
        ["The council of Leeds approved the new housing budget."],
        ["The council of Leeds did not approve the new housing budget."],
    ),
    # Two forms of one speaker's name are no two parties that dispute it.
    (
        "id",
        "Rosan Roeslani menyebut bahwa Danantara tidak akan bergerak sendiri dalam proyek tersebut.",
        ["Rosan menyebut bahwa Danantara akan bergerak sendiri dalam proyek tersebut."],
        [],
    ),
    # Two who speak of one matter, in other words each.
    (
        "id",
        f"{HEARING} “Kami menyetujui persetujuan bersyarat yang diusulkan investigator bersama waktu pelaksanaannya,” "
        "kata Farid Nasution.",
        [
            f"{HEARING} “Kami menyetujui persetujuan bersyarat yang diusulkan investigator beserta waktu "
            "pelaksanaannya,” kata Budi Santoso."
        ],
        [
            f"{HEARING} “Mereka menolak usulan persetujuan bersyarat dan waktu pelaksanaan yang disampaikan "
            "investigator,” kata Budi Santoso."
        ],
    ),
    # What like reports of two things print alike.
    (
        "id",
        "Aturan itu bertentangan dengan UU No. 1 Tahun 2014.",
        ["Aturan itu bertentangan dengan Undang-Undang Nomor 1 Tahun 2004."],
        ["Aturan itu bertentangan dengan Perppu Nomor 1 Tahun 2004."],
    ),
    # Of two times that meet, the same one is meant.
    (
        "id",
        "Direktur Pelabuhan Gresik 2018-2020 Hasan Basri kini tinggal di Malang.",
        ["Direktur Pelabuhan Gresik 2015-2020 Hasan Basri kini tinggal di Malang."],
        [
            "Direktur Pelabuhan Gresik 2018-2020, dan pada 2015-2020 dosen, Hasan Basri kini tinggal di Malang."
        ],
    ),
    # What changes from week to week, from minute to minute, or from one session to the next.
    (
        "id",
        "Pasar malam di Alun-alun Kediri berlangsung pada 3-9 Juli 2025.",
        ["Pasar malam di Alun-alun Kediri berlangsung pada 4-10 Juli 2025."],
        [],
    ),
    (
        "id",
        "Promo sabun cuci di toko Berkah Kediri berlaku pada 3-9 Juli 2025.",
        [],
        ["Promo sabun cuci di toko Berkah Kediri berlaku pada 4-10 Juli 2025."],
    ),
    (
        "id",
        "Kualifikasi MotoGP Mandalika: Pedro Acosta ke-3",
        ["Kualifikasi MotoGP Mandalika: Pedro Acosta ke-9"],
        ["Sprint Race MotoGP Mandalika: Pedro Acosta ke-9"],
    ),
    (
        "id",
        f"{VISIT} Di Semarang, libur sekolah kenaikan kelas berlangsung pada 30 Juni sampai 12 Juli 2025.",
        [f"{VISIT} Di Semarang, libur sekolah kenaikan kelas berlangsung pada 28 Juni sampai 12 Juli 2025."],
        [
            f"{VISIT} Untuk Denpasar, libur sekolah kenaikan kelas berlangsung pada 28 Juni sampai 12 Juli 2025."
        ],
    ),
    # A number one digit off is a slip where the title says that one law is meant.
    (
        "id",
        "Pemilik tambak itu dijerat UU No. 27 Tahun 2007 tentang Pengelolaan Wilayah Pesisir.",
        ["Nelayan di Tuban merujuk Undang-Undang Nomor 37 Tahun 2007 tentang Pengelolaan Wilayah Pesisir."],
        [
            "Nelayan di Tuban merujuk Undang-Undang Nomor 37 Tahun 2007.",
            "Pemilik tambak itu dijerat UU No. 26 Tahun 2007 tentang Penataan Ruang.",
        ],
    ),
    (
        "id",
        "Tarif kapal di Tuban diatur Peraturan Pemerintah Nomor 14 Tahun 2021 sejak awal tahun.",
        ["Tarif kapal di Tuban diatur PP Nomor 15 Tahun 2021 sejak awal tahun."],
        ["Tarif kapal di Tuban diatur Peraturan Presiden Nomor 15 Tahun 2021 sejak awal tahun."],
    ),
    (
        "id",
        "Mobil boks AG 7215 RK itu terguling di Kediri.",
        ["Polisi menderek AG 7415 RK ke Kediri."],
        ["Polisi menderek W 7415 RKB ke Kediri."],
    ),
    (
        "id",
        "Laga Jepang melawan Indonesia di Osaka dimulai pukul 17.35 WIB.",
        ["Laga Jepang melawan Indonesia di Osaka dimulai pukul 19.35 WIB."],
        ["Laga Jepang melawan Indonesia di Osaka dimulai pukul 19.35 waktu setempat."],
    ),
    (
        "id",
        "Gunung Semeru kembali erupsi pada Rabu (4/6/2025).",
        ["Gunung Semeru erupsi pada Sabtu (7/6/2025)."],
        ["Gunung Semeru kembali erupsi pada Sabtu (7/6/2025)."],
    ),
    (
        "id",
        "Anggaran Kabupaten Garut di Jawa Barat sudah dibelanjakan sebesar Rp 1,48 triliun.",
        ["Anggaran Kabupaten Garut di Jawa Barat sudah dibelanjakan sebesar Rp 4,60 triliun."],
        ["Anggaran Kabupaten Bogor di Jawa Barat sudah dibelanjakan sebesar Rp 4,60 triliun."],
    ),
    (
        "id",
        "Jumlah pendaftar mencapai 2.733 anak dari total kuota 3.158.",
        [],
        ["Total pendaftar mencapai 2.733 siswa dari kuota keseluruhan 3.158 anak."],
    ),
    ("id", "3 siung bawang putih", [], ["6 siung bawang putih"]),
    (
        "id",
        "Warga membeli produk rokok dengan harga Rp13.000–Rp15.000 per bungkus.",
        ["Mereka mengandalkan produk rokok dengan harga Rp8.000-Rp10.000 per bungkus."],
        [],
    ),
    (
        "id",
        "Penyidik mendalami peran staf khusus di kasus dugaan korupsi laptop Chromebook periode 2021-2024.",
        [
            "Keterangannya dibutuhkan oleh penyidik untuk menerangkan kasus dugaan korupsi pengadaan laptop berbasis"
            " Chromebook pada tahun 2019-2022."
        ],
        [],
    ),
    (
        "id",
        "Luciano Spalletti mengakui gagal mengangkat performa tim.",
        [],
        ["Luciano Spalletti tak menampik telah gagal mengangkat performa tim."],
    ),
    (
        "id",
        "Hingga kini tidak terdapat perubahan atas harga yang telah disampaikan sebelumnya.",
        [],
        ["Hingga kini tidak ada perubahan atas harga yang telah disampaikan sebelumnya."],
    ),
    (
        "id",
        "Harga XRP kini diperdagangkan di level Rp 35.551 per koin.",
        [],
        ["Harga XRP kini diperdagangkan di level Rp 35.099 per koin."],
    ),
]
CLASHING = [(code, one, other) for code, one, clashing, _ in GROUPS for other in clashing]
FITTING = [(code, one, other) for code, one, _, fitting in GROUPS for other in fitting]


def clashes(code: str, one: str, other: str) -> list[str]:
    return [finding.kind for finding in claimcheck.compare([one, other], language=code).conflicts]


@pytest.mark.parametrize(("code", "one", "other"), CLASHING)
def test_contradictions_clash(code: str, one: str, other: str) -> None:
    assert clashes(code, one, other)
    assert clashes(code, other, one)


def test_all_who_give_a_saying_one_day_stand_on_one_side() -> None:
    said = "“Semua warga sudah kami pindahkan ke tempat yang aman sejak pagi,” {}"
    texts = [
        said.format("kata Wali Kota Palu Rina Lestari, Rabu (11/6/2025)."),
        said.format("ujar Rina, Rabu (11/6/2025)."),
        said.format("ujar Rina saat dikonfirmasi, Selasa (10/6/2025)."),
    ]
    (finding,) = claimcheck.compare(texts, language="id").conflicts
    assert [side.documents for side in finding.sides] == [("d1", "d2"), ("d3",)]


def test_each_report_counts_the_last_year_from_its_own_day() -> None:
    text = "Sabar dan Reza menampilkan performa gemilang di ganda putra dalam satu tahun terakhir."
    days = [
        claimcheck.Document(id=day, text=text, published=day, language="id")
        for day in ("2025-06-08", "2025-06-10")
    ]
    assert claimcheck.compare(days).conflicts == ()


def test_the_last_day_of_something_lies_ahead_as_well_as_behind() -> None:
    texts = (
        "Pendaftaran beasiswa dibuka hingga 31 Oktober.",
        "Pendaftaran beasiswa dibuka hingga Jumat, 31 Oktober 2025.",
    )
    days = [claimcheck.Document(id=t[-3:], text=t, published="2025-06-10", language="id") for t in texts]
    assert claimcheck.compare(days).conflicts == ()


def test_reports_that_share_most_of_the_names_they_begin_with_are_of_one_topic() -> None:
    begins = "Pabrik Daimler di Cikarang diresmikan {}. Pabrik itu memproduksi {} truk per tahun."
    one, other = begins.format("Agus Gumiwang", "5.000"), begins.format("Rosan Roeslani", "7.500")
    assert clashes("id", one, other)
    elsewhere = other.replace("Daimler di Cikarang", "Hino di Purwakarta")
    assert clashes("id", one, elsewhere) == []


def test_reports_of_two_topics_do_not_clash() -> None:
    one = "Prediksi San Marino vs Austria. Laga itu akan dimulai pukul 01.45 WIB. Tujuh orang tewas pada laga lalu."
    other = (
        "Prediksi Serbia vs Andorra. Laga itu akan dimulai pukul 18.00 WIB. Satu orang tewas pada laga lalu."
    )
    assert clashes("id", one, other) == []
    assert clashes("id", one, other.replace("Serbia vs Andorra", "San Marino vs Austria"))


@pytest.mark.parametrize(("code", "one", "other"), FITTING)
def test_what_fits_does_not(code: str, one: str, other: str) -> None:
    assert clashes(code, one, other) == []
    assert clashes(code, other, one) == []


def test_a_week_is_seven_days() -> None:
    reports = [f"Jembatan Ampera di Palembang ditutup selama {long}." for long in ("sepekan", "7 hari")]
    assert [v.relation for v in claimcheck.compare(reports, language="id").verdicts] == ["same"]


@pytest.mark.parametrize(("first", "clashing"), [("", 1), ("Sebelumnya, ", 0)])
def test_what_was_days_before_the_news_of_today_is_no_other_day_of_it(first: str, clashing: int) -> None:
    told = "{}Wali Kota Vinanda menggelar rapat tertutup di Balai Kota Kediri {}."
    texts = [told.format("", "hari ini"), told.format(first, "pada Rabu (2/7/2025)")]
    report = claimcheck.compare(
        claimcheck.Document(id=text, text=text, published="2025-07-08", language="id") for text in texts
    )
    assert len(report.conflicts) == clashing


@pytest.mark.parametrize(
    ("told", "clashing"),
    [("Gol Persik dicetak Ezra pada menit", 1), ("Laga Persik sudah berjalan hingga menit", 0)],
)
def test_a_match_is_told_up_to_two_minutes(told: str, clashing: int) -> None:
    rest = " Penonton memenuhi tribun sejak pagi meski hujan. Panitia menutup dua gerbang stadion itu."
    texts = [f"{told} ke-{minute} di Stadion Brawijaya, Kediri.{rest}" for minute in (58, 19)]
    assert len(claimcheck.compare(texts, language="id").conflicts) == clashing
