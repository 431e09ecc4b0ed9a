package org.studyatlas.sample;

/**
 * The long tail of the vocabulary: technical words, drug names, gene symbols, acronyms and product
 * codes, made up from parts. A rank always gives the same word.
 */
final class RareWords {

  private static final String[] PREFIXES =
      ("hyper hypo peri endo exo intra extra trans sub supra anti pro pre post neo poly oligo micro"
              + " macro mono bi tri hemi iso para meta epi auto allo xeno pan dys a")
          .split(" ");

  private static final String[] ROOTS =
      ("cardi nephr hepat gastr enter pulmon bronch neur encephal myel oste arthr my derm angi ven"
              + " arteri phleb hemat lymph thromb leuk erythr cyt hist onc carcin sarc aden lip gluc"
              + " prote glyc ket ur cyst pyel uter ovari oophor orch prostat mast thyr adren pituit"
              + " pancreat splen chol lith col proct rhin lary pharyng ot ophthalm retin kerat irid"
              + " blephar dent gingiv gloss stomat odont maxill mandibul crani spondyl chondr tendin"
              + " fasci burs synovi patell femor tibi humer radi carp tars dactyl psych phren somn"
              + " alges esthes kine tax phas lex mnes phot therm cry electr magnet son radiol tom"
              + " bacteri vir myc parasit helminth toxic immun allerg vaccin ser pharmac")
          .split(" ");

  private static final String[] SUFFIXES =
      ("itis osis oma opathy ectomy otomy ostomy oplasty oscopy ography ometry ogenesis olysis"
              + " emia uria algia odynia otrophy oplasia omegaly ocele orrhea orrhagia osclerosis"
              + " ospasm oid ic al ous ative izing ization icity ogram ometer otherapy ologic ocyte"
              + " ophil oblast okine ostatin otropin ase in ine ol one ide ate")
          .split(" ");

  private static final String[] STEMS =
      ("mab nib vir stat pril sartan gliptin gliflozin tide cept mycin cillin floxacin azole"
              + " prazole setron triptan lukast parin xaban dronate caine olol dipine lisib ciclib"
              + " limus kin leucel gene")
          .split(" ");

  private static final String[] SYLLABLES =
      ("ba be bi bo da de di do fa fe ga go la le li lo lu ma me mi mo na ne ni no pa pe po ra re ri"
              + " ro sa se si so su ta te ti to tu va ve vi vo xa ze zi zo bra cre dro fla gra pli"
              + " tra sti an el in or ur ax en il om us")
          .split(" ");

  private static final String CAPITALS = "ABCDEFGHIKLMNPRSTVWXYZ";

  private final OpenRank ranks;

  /** Words with these ranks. */
  RareWords(OpenRank ranks) {
    this.ranks = ranks;
  }

  /** Appends a technical word or, one time in six, a drug's name. */
  void word(Dice dice, StringBuilder out) {
    long key = Dice.mix(ranks.draw(dice) * 2);
    if (Long.remainderUnsigned(key, 6) == 0) {
      drug(key >>> 4, out);
    } else {
      technical(key >>> 4, out);
    }
  }

  private static void technical(long key, StringBuilder out) {
    long left = key;
    if ((left & 3) != 0) {
      left = append(PREFIXES, left >>> 2, out);
    } else {
      left >>>= 2;
    }
    if ((left & 1) != 0) {
      left = append(ROOTS, left >>> 1, out);
      out.append('o');
    } else {
      left >>>= 1;
    }
    left = append(ROOTS, left, out);
    append(SUFFIXES, left, out);
  }

  private static void drug(long key, StringBuilder out) {
    long left = append(SYLLABLES, key, out);
    left = append(SYLLABLES, left, out);
    if ((left & 1) != 0) {
      left = append(SYLLABLES, left >>> 1, out);
    }
    append(STEMS, left >>> 1, out);
  }

  private static long append(String[] parts, long key, StringBuilder out) {
    out.append(parts[(int) (key % parts.length)]);
    return key / parts.length;
  }

  /** Appends an acronym of three to five letters. */
  void acronym(Dice dice, StringBuilder out) {
    long key = Dice.mix(ranks.draw(dice) * 2 + 1) >>> 1;
    int letters = 3 + (int) (key % 3);
    capitals(key / 3, letters, out);
  }

  /** Appends the symbol of a gene, such as {@code KRT18}. */
  void gene(Dice dice, StringBuilder out) {
    long key = Dice.mix(~ranks.draw(dice)) >>> 1;
    capitals(key / 64, 2 + (int) (key & 1), out);
    out.append((key >> 1) % 24 + 1);
  }

  /** Appends the code of a product, such as {@code BX-2117}. */
  void code(Dice dice, StringBuilder out) {
    long key = Dice.mix(ranks.draw(dice) + (1L << 48)) >>> 1;
    capitals(key / 8192, 2 + (int) (key & 1), out);
    out.append('-').append((key >> 1) % 4096 + 100);
  }

  /** Appends a made-up name of a company, such as {@code Flagramo}. */
  static void company(long rank, StringBuilder out) {
    int start = out.length();
    long left = append(SYLLABLES, Dice.mix(rank + (1L << 52)) >>> 1, out);
    left = append(SYLLABLES, left, out);
    append(SYLLABLES, left, out);
    out.setCharAt(start, Character.toUpperCase(out.charAt(start)));
  }

  private static void capitals(long key, int count, StringBuilder out) {
    long left = key;
    for (int i = 0; i < count; i++) {
      out.append(CAPITALS.charAt((int) (left % CAPITALS.length())));
      left /= CAPITALS.length();
    }
  }
}
