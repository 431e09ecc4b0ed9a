package org.studyatlas.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.SearchArea;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordText;

/** The rules of projection, written down a second time over trees, on all real studies. */
class ProjectionOracleTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();
  private static final List<Field> FIELDS = CATALOGUE.fields();
  private static final Set<String> MARKUP_PATHS =
      FIELDS.stream()
          .filter(field -> field.source().equals("MARKUP"))
          .map(Field::path)
          .collect(Collectors.toSet());

  @Test
  void agreesWithTreesOnRandomSelections() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    RealStudies.forEach(
        study -> {
          Choice choice = choose(random);
          JsonNode expected = pruned(JSON.readTree(study), "", choice.paths());
          if (choice.format() == MarkupFormat.LEGACY) {
            rewriteMarkup(expected, "");
          }
          assertThat(project(choice, study))
              .as("seed %d, %s, of %s", seed, choice, start(study))
              .isEqualTo(JSON.writeValueAsString(expected));
        });
  }

  /** A value of the parameter, the paths that it means, and a format. */
  private record Choice(String parameter, Set<String> paths, MarkupFormat format) {}

  private static Choice choose(Random random) {
    List<String> names = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(20) == 0) {
        SearchArea area = CATALOGUE.areas().get(random.nextInt(CATALOGUE.areas().size()));
        names.add(area.name());
        area.parts().forEach(p -> p.pieces().forEach(n -> fields.add(CATALOGUE.getPiece(n))));
      } else {
        Field field = FIELDS.get(random.nextInt(FIELDS.size()));
        names.add(random.nextBoolean() ? field.piece() : field.path());
        fields.add(field);
      }
    }
    String separator = random.nextBoolean() ? "," : "|";
    Set<String> paths = fields.stream().map(Field::path).collect(Collectors.toSet());
    MarkupFormat format = random.nextBoolean() ? MarkupFormat.MARKDOWN : MarkupFormat.LEGACY;
    return new Choice(String.join(separator, names), paths, format);
  }

  private static JsonNode pruned(JsonNode node, String path, Set<String> paths) {
    if (paths.contains(path)) {
      return node;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode kept = JSON.createArrayNode();
      array.forEach(element -> kept.add(pruned(element, path, paths)));
      return kept;
    }
    ObjectNode kept = JSON.createObjectNode();
    node.properties()
        .forEach(
            member -> {
              String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
              if (paths.stream().anyMatch(p -> p.equals(below) || p.startsWith(below + "."))) {
                kept.set(member.getKey(), pruned(member.getValue(), below, paths));
              }
            });
    return kept;
  }

  private static void rewriteMarkup(JsonNode node, String path) {
    if (node instanceof ArrayNode array) {
      array.forEach(element -> rewriteMarkup(element, path));
    } else if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              member -> {
                String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                if (MARKUP_PATHS.contains(below)) {
                  String plain = member.getValue().textValue().replaceAll("\\\\(\\p{Punct})", "$1");
                  object.set(member.getKey(), TextNode.valueOf(plain.replace("\n", "\r\n")));
                } else {
                  rewriteMarkup(member.getValue(), below);
                }
              });
    }
  }

  private static String project(Choice choice, byte[] study) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordText text = deflated(study)) {
      StudyProjection.of(FieldSelection.parse(choice.parameter()), choice.format())
          .write(text, out);
    } catch (InvalidFieldsException e) {
      throw new AssertionError(e);
    }
    return out.toString(UTF_8);
  }

  /** As it lies in the store, so that it is inflated while it is read. */
  private static RecordText deflated(byte[] study) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    deflater.setInput(study);
    deflater.finish();
    byte[] out = new byte[study.length + 64];
    int length = deflater.deflate(out);
    deflater.end();
    CRC32 crc = new CRC32();
    crc.update(study);
    return RecordText.deflated(
        Arrays.copyOf(out, length),
        new RecordPointer(0, length, study.length, (int) crc.getValue()),
        () -> "memory");
  }

  private static String start(byte[] study) {
    return new String(study, 0, Math.min(study.length, 70), UTF_8);
  }
}
