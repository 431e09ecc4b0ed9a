package org.studyatlas.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Layout of an index directory: immutable generations and the name of the one in service.
 *
 * <pre>
 * &lt;index-dir&gt;/CURRENT                      name of the generation in service
 * &lt;index-dir&gt;/generations/&lt;date&gt;-&lt;n&gt;/      one generation each
 * </pre>
 *
 * <p>This class only reads. Writing a generation and replacing {@code CURRENT} is the build's work.
 *
 * @param path the index directory
 */
public record IndexDirectory(Path path) {

  private static final int MAX_NAME = 80;
  private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-\\d{1,9}");

  /** The file that names the generation in service. */
  public Path currentFile() {
    return path.resolve("CURRENT");
  }

  /** The folder of all generations. */
  public Path generationsFolder() {
    return path.resolve("generations");
  }

  /**
   * The generation of that name, whether it exists or not.
   *
   * @throws IllegalArgumentException if the name has not the form {@code yyyy-MM-dd-n}
   */
  public Generation generation(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a generation");
    }
    return new Generation(generationsFolder().resolve(name));
  }

  /**
   * The generation in service, or empty if nothing has been published.
   *
   * @throws IOException if {@code CURRENT} cannot be read or names no generation
   */
  public Optional<Generation> findCurrent() throws IOException {
    String name;
    try {
      name = printable(Files.readAllBytes(currentFile())).strip();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (!NAME.matcher(name).matches() || !Files.isDirectory(generation(name).path())) {
      throw new IOException(
          "%s names no generation: '%s'; build the index again, or write the name of a folder of %s"
              .formatted(currentFile(), name, generationsFolder()));
    }
    return Optional.of(generation(name));
  }

  /** What the file holds, whatever that is, fit for a message. */
  private static String printable(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    String start = text.length() > MAX_NAME ? text.substring(0, MAX_NAME) + "…" : text;
    return start.strip().replaceAll("\\p{Cntrl}", "?");
  }

  /** All generations with a manifest, oldest first (by date, then number). */
  public List<Generation> listGenerations() throws IOException {
    if (!Files.isDirectory(generationsFolder())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(generationsFolder())) {
      return folders
          .filter(f -> NAME.matcher(String.valueOf(f.getFileName())).matches())
          .map(Generation::new)
          .filter(g -> Files.isRegularFile(g.manifestFile()))
          .sorted(
              Comparator.comparing((Generation g) -> g.name().substring(0, 10))
                  .thenComparing(g -> Integer.parseInt(g.name().substring(11))))
          .toList();
    }
  }
}
