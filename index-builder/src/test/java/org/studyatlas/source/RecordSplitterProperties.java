package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What is cut out must be what a JSON parser finds, wherever the borders of buffers fall. */
class RecordSplitterProperties {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] TEXTS = {
    "studies",
    "a\"b",
    "\\",
    "\\\\\"",
    "{",
    "}]",
    "[{",
    "\n",
    "é’\u2028",
    "",
    "x".repeat(60),
    "\u0000"
  };

  private enum Shape {
    LINES,
    CONCATENATED,
    PRETTY,
    ARRAY,
    PRETTY_ARRAY,
    PAGES,
    PRETTY_PAGES
  }

  @Property(tries = 500)
  void cutsWhatAParserFinds(
      @ForAll long seed, @ForAll Shape shape, @ForAll @IntRange(min = 16, max = 200) int buffer)
      throws IOException {
    Random random = new Random(seed);
    List<JsonNode> studies = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      studies.add(object(random, 4));
    }
    byte[] text = write(studies, shape, random).getBytes(UTF_8);

    List<JsonNode> cut = new ArrayList<>();
    RecordSplitter splitter =
        new RecordSplitter(dripping(text, random), "test", new SourceLimits(1 << 20, buffer));
    for (Piece piece = splitter.next(); piece != null; piece = splitter.next()) {
      cut.add(JSON.readTree(piece.json()));
    }

    assertThat(cut).as("seed %d", seed).isEqualTo(studies);
  }

  @Property(tries = 500)
  void limitsRecordsByTheirExactLength(
      @ForAll long seed,
      @ForAll Shape shape,
      @ForAll @IntRange(min = 16, max = 200) int buffer,
      @ForAll @IntRange(min = 1, max = 300) int limit)
      throws IOException {
    Random random = new Random(seed);
    List<JsonNode> studies = List.of(object(random, 3), object(random, 3), object(random, 3));
    byte[] text = write(studies, shape, random).getBytes(UTF_8);
    List<byte @Nullable []> whole = cut(text, 1 << 20, buffer);

    List<byte @Nullable []> limited = cut(text, limit, buffer);

    assertThat(limited).as("seed %d", seed).hasSameSizeAs(whole);
    for (int i = 0; i < whole.size(); i++) {
      byte[] expected = whole.get(i);
      assertThat(expected).isNotNull();
      assertThat(limited.get(i))
          .as("seed %d", seed)
          .isEqualTo(expected != null && expected.length > limit ? null : expected);
    }
  }

  private static List<byte @Nullable []> cut(byte[] text, int limit, int buffer)
      throws IOException {
    List<byte @Nullable []> pieces = new ArrayList<>();
    RecordSplitter splitter =
        new RecordSplitter(new ByteArrayInputStream(text), "test", new SourceLimits(limit, buffer));
    for (Piece piece = splitter.next(); piece != null; piece = splitter.next()) {
      pieces.add(piece.json());
    }
    return pieces;
  }

  private static String write(List<JsonNode> studies, Shape shape, Random random)
      throws IOException {
    return switch (shape) {
      case LINES -> joined(studies, false, random.nextBoolean() ? "\n" : "\r\n\r\n");
      case CONCATENATED -> joined(studies, false, "");
      case PRETTY -> joined(studies, true, "\n");
      case ARRAY -> text(array(studies), false);
      case PRETTY_ARRAY -> text(array(studies), true);
      case PAGES -> joined(pages(studies, random), false, "\n");
      case PRETTY_PAGES -> joined(pages(studies, random), true, "\n");
    };
  }

  private static List<JsonNode> pages(List<JsonNode> studies, Random random) {
    List<JsonNode> pages = new ArrayList<>();
    for (int from = 0; from < studies.size(); ) {
      int to = Math.min(studies.size(), from + 1 + random.nextInt(3));
      ObjectNode page = JSON.createObjectNode();
      if (random.nextBoolean()) {
        page.put("totalCount", 17);
      }
      page.set("studies", array(studies.subList(from, to)));
      if (random.nextBoolean()) {
        page.set("other", object(random, 2));
      }
      pages.add(page);
      from = to;
    }
    return pages;
  }

  private static String joined(List<JsonNode> values, boolean pretty, String separator)
      throws IOException {
    StringBuilder all = new StringBuilder();
    for (JsonNode value : values) {
      all.append(text(value, pretty)).append(separator);
    }
    return all.toString();
  }

  private static String text(JsonNode value, boolean pretty) throws IOException {
    return pretty
        ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value)
        : JSON.writeValueAsString(value);
  }

  private static ArrayNode array(List<JsonNode> values) {
    return JSON.createArrayNode().addAll(values);
  }

  /** An object that is never empty, since an empty one is pretty on one line. */
  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JSON.createObjectNode();
    for (int i = random.nextInt(4); i >= 0; i--) {
      object.set("k" + i + TEXTS[random.nextInt(TEXTS.length)], value(random, depth));
    }
    return object;
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> JSON.getNodeFactory().numberNode(random.nextInt());
      case 1 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
      case 2 -> JSON.getNodeFactory().nullNode();
      case 3 -> JSON.getNodeFactory().numberNode(-1.5e-7);
      case 4 -> JSON.getNodeFactory().textNode(TEXTS[random.nextInt(TEXTS.length)]);
      case 5 -> object(random, depth - 1);
      default -> array(List.of(value(random, depth - 1), object(random, depth - 1)));
    };
  }

  /** A stream that gives a few bytes at a time, like a slow pipe. */
  private static InputStream dripping(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, 1 + random.nextInt(20)));
      }
    };
  }
}
