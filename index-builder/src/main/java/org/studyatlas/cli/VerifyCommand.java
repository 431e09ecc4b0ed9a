package org.studyatlas.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.studyatlas.verify.Depth;
import org.studyatlas.verify.Difference;
import org.studyatlas.verify.IndexVerifier;
import org.studyatlas.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code studyatlas verify}. */
@Command(
    name = "verify",
    description = {
      "Checks the index in service: the search index's checksums, the counts of all files, the"
          + " digest, and a sample of the records.",
      "",
      "Prints each difference on standard output, one a line; nothing is changed."
    },
    sortOptions = false,
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      ExitCode.DONE_TEXT,
      ExitCode.FAILED_TEXT,
      ExitCode.USAGE_TEXT,
      ExitCode.DIFFERENT_TEXT
    })
final class VerifyCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<index-dir>", description = "Index directory.")
  private Path indexDir = Path.of("");

  @Option(
      names = "--deep",
      description =
          "Also check every index structure, every record and every value of the statistics; takes"
              + " about as long as a build.")
  private boolean deep;

  @Option(names = "--json", description = "As JSON, for machines: counts and differences.")
  private boolean json;

  private final Console console;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Depth depth = deep ? Depth.DEEP : Depth.QUICK;
    Verification found =
        ServiceCheck.run(
            Service.directory(indexDir),
            generation -> IndexVerifier.verify(generation, depth),
            console.err()::println);
    if (json) {
      console.out().println(toJson(found));
    } else {
      found.differences().forEach(console.out()::println);
    }
    console
        .err()
        .println(
            "%s: %s; %s studies, %s sites, %s records read"
                .formatted(
                    found.generation(),
                    found.sound() ? "sound" : "damaged, build it again",
                    Figures.count(found.studies()),
                    Figures.count(found.sites()),
                    Figures.count(found.recordsRead())));
    return found.sound() ? ExitCode.DONE : ExitCode.DIFFERENT;
  }

  private static String toJson(Verification found) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator to = new JsonFactory().createGenerator(out)) {
      to.writeStartObject();
      to.writeStringField("generation", found.generation());
      to.writeBooleanField("sound", found.sound());
      to.writeBooleanField("deep", found.depth() == Depth.DEEP);
      to.writeNumberField("studies", found.studies());
      to.writeNumberField("sites", found.sites());
      to.writeNumberField("recordsRead", found.recordsRead());
      to.writeArrayFieldStart("differences");
      for (Difference difference : found.differences()) {
        to.writeStartObject();
        to.writeStringField("what", difference.what());
        to.writeStringField("expected", difference.expected());
        to.writeStringField("found", difference.found());
        to.writeEndObject();
      }
      to.writeEndArray();
      to.writeEndObject();
    }
    return out.toString();
  }
}
