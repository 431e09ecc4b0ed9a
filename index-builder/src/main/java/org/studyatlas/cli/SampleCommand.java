package org.studyatlas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.studyatlas.build.UsageException;
import org.studyatlas.sample.SampleOptions;
import org.studyatlas.sample.SampleProgress;
import org.studyatlas.sample.SampleRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code studyatlas sample}. */
@Command(
    name = "sample",
    description = {
      "Writes a made-up registry in the layout of the bulk download, for demonstrations and tests.",
      "",
      "The same options always give the same studies."
    },
    sortOptions = false,
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.USAGE_TEXT})
final class SampleCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<out.zip>", description = "The zip to write; replaced if it exists.")
  private Path out = Path.of("");

  @Option(
      names = "--studies",
      paramLabel = "<n>",
      description = "Number of studies (default: ${DEFAULT-VALUE}).")
  private int studies = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      description = "Another seed gives other studies (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--date",
      paramLabel = "<day>",
      description = "Day that the data are of, e.g. 2026-08-14 (default: ${DEFAULT-VALUE}).")
  private LocalDate date = SampleOptions.USUAL_DATE;

  @Option(
      names = "--duplicates",
      paramLabel = "<n>",
      description = "How many of the studies come twice (default: ${DEFAULT-VALUE}).")
  private int duplicates;

  private final Console console;

  SampleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Service.requireGiven(out.toString(), "the zip to write");
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      throw new UsageException(
          out + ": exists and is no file that could be replaced; give the name of a zip to write");
    }
    SampleRegistry registry = new SampleRegistry(options());
    registry.writeZip(out, new Lines());
    console
        .err()
        .println(
            "%s: %s studies, %s entries"
                .formatted(
                    out.toAbsolutePath().normalize(),
                    Figures.count(studies),
                    Figures.count(registry.entries())));
    return ExitCode.DONE;
  }

  private SampleOptions options() throws UsageException {
    try {
      return SampleOptions.of(studies, seed).withDataDate(date).withDuplicates(duplicates);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Tells every five seconds how far the writing is. */
  private final class Lines implements SampleProgress {

    private static final long EVERY_NANOS = 5_000_000_000L;

    private long last = System.nanoTime();

    @Override
    public void written(long entries, long bytes) {
      long now = System.nanoTime();
      if (now - last >= EVERY_NANOS) {
        last = now;
        console.err().println(Figures.count(entries) + " entries, " + Figures.bytes(bytes));
        console.err().flush();
      }
    }
  }
}
