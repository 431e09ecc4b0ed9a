package org.studyatlas.stats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.StatsType;

/**
 * Answers the registry's {@code /stats} requests out of a generation's {@code stats.json}.
 *
 * <p>Opening reads the file once and keeps where each answer lies (some 50 KB of heap); an answer
 * reads only its own bytes. Safe for use by many threads.
 */
public final class StatsFile implements Closeable {

  private final FileChannel channel;
  private final StatsDirectory directory;

  private StatsFile(FileChannel channel, StatsDirectory directory) {
    this.channel = channel;
    this.directory = directory;
  }

  /**
   * Opens the file.
   *
   * @throws IOException if it is missing or damaged
   */
  public static StatsFile open(Path file) throws IOException {
    StatsDirectory directory = StatsDirectory.read(file);
    return new StatsFile(FileChannel.open(file, StandardOpenOption.READ), directory);
  }

  /** The sizes of the records: {@code /stats/size}. */
  public StatsAnswer studySizes() {
    return StatsAnswer.object(channel, directory.size());
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
        channel,
        directory.values().entrySet().stream()
            .filter(entry -> names.isEmpty() || pieces.contains(entry.getKey()))
            .filter(entry -> types.isEmpty() || types.contains(type(entry.getKey())))
            .map(Map.Entry::getValue)
            .toList());
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
        channel,
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

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
