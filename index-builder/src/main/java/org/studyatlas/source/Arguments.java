package org.studyatlas.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several arguments. All are checked at once and then opened again when their turn comes, so that
 * thousands of them need no more open files than one.
 */
final class Arguments implements RelaySource.Supply {

  private final List<Checked> all;
  private final Iterator<Checked> rest;
  private final SourceOpener opener;

  private Arguments(List<Checked> all, SourceOpener opener) {
    this.all = all;
    this.rest = all.iterator();
    this.opener = opener;
  }

  /**
   * An argument that was opened for checking.
   *
   * @param reopen whether it was closed again; a pipe stays open, since it cannot be opened twice
   */
  private record Checked(String argument, StudySource source, boolean reopen) implements Closeable {

    @Override
    public void close() throws IOException {
      source.close();
    }
  }

  /** Checks all arguments. */
  static StudySource open(List<String> arguments, SourceOpener opener) throws IOException {
    List<Checked> all = new ArrayList<>();
    try {
      for (String argument : arguments) {
        all.add(check(argument, opener));
      }
    } catch (IOException | RuntimeException e) {
      closeAll(all);
      throw e;
    }
    Arguments supply = new Arguments(List.copyOf(all), opener);
    SourceInfo info = SourceInfo.sum(all.stream().map(checked -> checked.source().info()).toList());
    return new RelaySource(
        info, supply, Ignored.NONE, new Checksum(supply::digest), opener.numbers(), true);
  }

  private static Checked check(String argument, SourceOpener opener) throws IOException {
    StudySource source = opener.open(argument, false);
    boolean reopen = SourceOpener.canReopen(argument);
    if (reopen) {
      source.close();
    }
    return new Checked(argument, source, reopen);
  }

  @Override
  public @Nullable StudySource next() throws IOException {
    if (!rest.hasNext()) {
      return null;
    }
    Checked next = rest.next();
    return next.reopen() ? opener.open(next.argument(), false) : next.source();
  }

  @Override
  public void close() throws IOException {
    closeAll(all);
  }

  private static void closeAll(List<Checked> all) throws IOException {
    for (Checked checked : all) {
      checked.close();
    }
  }

  private String digest() throws IOException {
    MessageDigest digest = Checksum.sha256();
    for (Checked checked : all) {
      String name = lastName(checked.argument());
      digest.update(Checksum.line(checked.source().sha256(), name));
    }
    return Checksum.hex(digest);
  }

  private static String lastName(String argument) {
    Path last = Path.of(argument).getFileName();
    return last == null ? argument : last.toString();
  }
}
