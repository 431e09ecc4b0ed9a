package org.studyatlas.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {

  @ParameterizedTest
  @ValueSource(bytes = {'\n', '\r'})
  void findsALineFeedWhereverItIs(byte feed) {
    for (int length = 1; length < 30; length++) {
      for (int at = 0; at < length; at++) {
        byte[] json = new byte[length];
        Arrays.fill(json, (byte) 'x');
        json[at] = feed;
        assertThat(RecordJson.hasLineFeed(json)).as("%d of %d", at, length).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 500})
  void takesNoOtherByteForOne(int length) {
    for (int other = 0; other < 256; other++) {
      byte[] json = new byte[length];
      Arrays.fill(json, (byte) other);
      boolean isFeed = other == '\n' || other == '\r';
      assertThat(RecordJson.hasLineFeed(json)).as("byte " + other).isEqualTo(isFeed && length > 0);
    }
  }
}
