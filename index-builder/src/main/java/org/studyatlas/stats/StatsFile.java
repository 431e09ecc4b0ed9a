package org.studyatlas.stats;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.StatsType;

/**
 * Answers the registry's {@code /stats} requests out of a generation's {@code stats.json}.
 *
 * <p>Opening reads the file once and keeps where each answer lies (some 50 KB of heap); an answer
 * reads only its own bytes. Safe for use by many threads. The file is mapped, for the reason that
 * {@link org.studyatlas.schema.RecordStore} tells.
 */
public final class StatsFile implements Closeable {

  private final StatsDirectory directory;
  private final MMapDirectory folder;
  private final IndexInput input;

  private StatsFile(StatsDirectory directory, Path file) throws IOException {
    this.directory = directory;
    folder = new MMapDirectory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    try {
      input = folder.openInput(String.valueOf(file.getFileName()), IOContext.DEFAULT);
    } catch (Throwable e) {
      IOUtils.closeWhileHandlingException(folder);
      throw e;
    }
  }

  /**
   * Opens the file.
   *
   * @throws IOException if it is missing or damaged
   */
  public static StatsFile open(Path file) throws IOException {
    return new StatsFile(StatsDirectory.read(file), file);
  }

  /** Number of studies that were counted. */
  public int totalStudies() {
    return directory.studies();
  }

  /** The sizes of the records: {@code /stats/size}. */
  public StatsAnswer studySizes() {
    return StatsAnswer.object(input, directory.size());
  }

  /**
   * The statistics of leaves' values: {@code /stats/field/values}. In the order of the data model.
   *
   * @param names piece names, alternative piece names or paths of leaves; all if empty
   * @param types only fields of these types; any if empty
   * @throws UnknownStatsFieldException if a name is none of a leaf with statistics
   */
  public StatsAnswer fieldValues(List<String> names, Set<StatsType> types)
      throws UnknownStatsFieldException {
    Set<String> pieces = pieces(names, directory.values());
    return StatsAnswer.array(
        input,
        directory.values().entrySet().stream()
            .filter(entry -> names.isEmpty() || pieces.contains(entry.getKey()))
            .filter(entry -> types.isEmpty() || types.contains(type(entry.getKey())))
            .map(Map.Entry::getValue)
            .toList());
  }

  /**
   * The statistics of one leaf's values, not in a list.
   *
   * @param name piece name, alternative piece name or path of a leaf
   * @throws UnknownStatsFieldException if it is none of a leaf with statistics
   */
  public StatsAnswer valuesOf(String name) throws UnknownStatsFieldException {
    String piece = pieces(List.of(name), directory.values()).iterator().next();
    return StatsAnswer.object(input, Objects.requireNonNull(directory.values().get(piece)));
  }

  private static StatsType type(String piece) {
    StatsType type = FieldCatalogue.standard().getPiece(piece).statsType();
    if (type == null) {
      throw new IllegalStateException(piece + " has statistics but no type of them");
    }
    return type;
  }

  /**
   * How many values lists have: {@code /stats/field/sizes}. In the order of the data model.
   *
   * @param names piece names, alternative piece names or paths of fields with several values; all
   *     if empty
   * @throws UnknownStatsFieldException if a name is none of a field with several values
   */
  public StatsAnswer listSizes(List<String> names) throws UnknownStatsFieldException {
    Set<String> pieces = pieces(names, directory.lists());
    return StatsAnswer.array(
        input,
        directory.lists().entrySet().stream()
            .filter(entry -> names.isEmpty() || pieces.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }

  private static Set<String> pieces(List<String> names, Map<String, StatsAnswer.Slice> known)
      throws UnknownStatsFieldException {
    FieldCatalogue catalogue = FieldCatalogue.standard();
    Set<String> pieces = new HashSet<>();
    for (String name : names) {
      Optional<Field> field = catalogue.findPiece(name).or(() -> catalogue.findPath(name));
      if (field.isEmpty() || !known.containsKey(field.get().piece())) {
        throw new UnknownStatsFieldException(name);
      }
      pieces.add(field.get().piece());
    }
    return pieces;
  }

  /** Names of the answers that another file gives differently, byte by byte. */
  public List<String> listDifferences(StatsFile other) throws IOException {
    Map<String, StatsAnswer> own = answers();
    Map<String, StatsAnswer> others = other.answers();
    Set<String> names = new LinkedHashSet<>(own.keySet());
    names.addAll(others.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      if (!Arrays.equals(bytes(own.get(name)), bytes(others.get(name)))) {
        differences.add(name);
      }
    }
    return differences;
  }

  private Map<String, StatsAnswer> answers() {
    Map<String, StatsAnswer> answers = new LinkedHashMap<>();
    answers.put("sizes of the records", studySizes());
    directory
        .values()
        .forEach((p, slice) -> answers.put("values of " + p, StatsAnswer.object(input, slice)));
    directory
        .lists()
        .forEach((p, slice) -> answers.put("sizes of " + p, StatsAnswer.object(input, slice)));
    return answers;
  }

  private static byte[] bytes(@Nullable StatsAnswer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (answer != null) {
      answer.writeTo(out);
    }
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(input, folder);
  }
}
