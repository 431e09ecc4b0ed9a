package org.studyatlas.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.studyatlas.build.BuildListener;
import org.studyatlas.build.BuildOptions;
import org.studyatlas.build.BuildResult;
import org.studyatlas.build.IndexBuild;
import org.studyatlas.build.RejectedLimit;
import org.studyatlas.build.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code studyatlas build}. */
@Command(
    name = "build",
    description = {
      "Builds an index from the registry's studies and puts it in service.",
      "",
      "The new index is written beside the one in service, checked, and only then takes its place;"
          + " whatever fails, the old one stays."
    },
    customSynopsis = "studyatlas build [OPTIONS] <source>... <index-dir>",
    sortOptions = false,
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      ExitCode.DONE_TEXT,
      ExitCode.FAILED_TEXT,
      ExitCode.USAGE_TEXT,
      ExitCode.REJECTED_TEXT
    })
final class BuildCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "<source>... <index-dir>",
      arity = "0..*",
      hideParamSyntax = true,
      description = {
        "Source: the registry's bulk download (.zip), a folder of .json files, a .json or .ndjson"
            + " file, each also as .gz, or - for standard input. Several are read one after the"
            + " other.",
        "Index directory: comes last; created if it does not exist."
      })
  private List<String> paths = List.of();

  @Option(
      names = "--threads",
      paramLabel = "<n>",
      description = "Threads that read, map and index (default: one for each processor).")
  private int threads = BuildOptions.of(List.of("-"), Path.of("")).threads();

  @Option(names = "--strict", description = "End the build at the first rejected record.")
  private boolean strict;

  @Option(
      names = "--max-rejected",
      paramLabel = "<n|p%>",
      description =
          "Publish only if at most so many records, or that share of them, were rejected (default:"
              + " ${DEFAULT-VALUE}).")
  private RejectedLimit maxRejected = RejectedLimit.STANDARD;

  @Option(
      names = "--keep",
      paramLabel = "<n>",
      description =
          "Old generations to keep besides the one in service (default: ${DEFAULT-VALUE}).")
  private int keep = BuildOptions.STANDARD_KEEP;

  @Option(
      names = "--data-timestamp",
      paramLabel = "<time>",
      description =
          "When the data was taken, in UTC, e.g. 2026-08-14T09:00:05 (default: the newest day that"
              + " a record names, at midnight).")
  private @Nullable LocalDateTime dataTimestamp;

  @Option(
      names = "--ram-buffer",
      paramLabel = "<MB>",
      description =
          "Memory to fill before a part of the index is written (default: three eighths of the"
              + " heap, at most 512).")
  private int ramBufferMb;

  @Option(names = "--quiet", description = "No progress and no report, only errors.")
  private boolean quiet;

  @Option(names = "--json", description = "Print the report as JSON on standard output.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    BuildOptions options = options();
    BuildResult result;
    ReportText report;
    if (quiet) {
      result = IndexBuild.run(options, console.in(), BuildListener.NONE);
    } else {
      try (ProgressDisplay display = new ProgressDisplay(console)) {
        result = IndexBuild.run(options, console.in(), display);
      }
      console.err().print(ReportText.of(result));
    }
    if (json) {
      console.out().print(result.report().toJson());
    }
    return switch (result) {
      case BuildResult.Published published -> ExitCode.DONE;
      case BuildResult.TooManyRejected rejected -> {
        console.err().println(spec.qualifiedName() + ": " + rejected.reason());
        yield ExitCode.REJECTED;
      }
    };
  }

  private BuildOptions options() throws UsageException {
    if (paths.size() < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "expected at least one source and the index directory, got "
              + (paths.isEmpty() ? "neither" : "only '" + paths.getFirst() + "'"));
    }
    List<String> sources = paths.subList(0, paths.size() - 1);
    for (String source : sources) {
      Service.requireGiven(source, "a source");
    }
    Service.requireGiven(paths.getLast(), "the index directory");
    try {
      return new BuildOptions(
          sources,
          Path.of(paths.getLast()),
          threads,
          strict,
          maxRejected,
          keep,
          dataTimestamp,
          ramBufferMb);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
