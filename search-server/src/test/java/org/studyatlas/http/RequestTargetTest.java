package org.studyatlas.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v2/studies?query.cond=heart+attack&fields=NCTId,BriefTitle&x=a%20b%2F",
        "/a?x=http://y//z",
        "http://host//path",
        "*",
      })
  void whatIsWellFormedStaysAsItIs(String target) {
    assertThat(RequestTarget.mend(target)).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    "//api///v2/version, /api/v2/version",
    "/a?x=AREA[B]c|d, /a?x=AREA%5BB%5Dc%7Cd",
    "/a?x=50%, /a?x=50%25",
    "/a?x=%4, /a?x=%254",
    "/a?x=%zz%41, /a?x=%25zz%41",
    "/a?x=y#z, /a?x=y%23z",
    "/a?x=\u00c3\u00b4, /a?x=%C3%B4",
  })
  void mendsWhatRealClientsSend(String target, String mended) {
    assertThat(RequestTarget.mend(target)).isEqualTo(mended);
  }

  @Property(tries = 500)
  void everyMendedTargetIsReadableAndMeansTheSame(
      @ForAll @CharRange(from = '!', to = '\u00ff') String query) {
    String mended = RequestTarget.mend("/p?" + query);
    assertThat(URI.create(mended).getRawQuery()).isEqualTo(mended.substring(3));
    assertThat(RequestTarget.mend(mended)).isEqualTo(mended);
    if (query.indexOf('%') < 0) {
      assertThat(URLDecoder.decode(mended.substring(3), ISO_8859_1))
          .isEqualTo(query.replace('+', ' '));
    }
  }
}
