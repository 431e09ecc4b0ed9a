package org.studyatlas.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code studyatlas info}. */
@Command(
    name = "info",
    description = "Tells what an index directory holds.",
    sortOptions = false,
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.USAGE_TEXT})
final class InfoCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<index-dir>", description = "Index directory.")
  private Path indexDir = Path.of("");

  @Option(names = "--json", description = "As JSON, for machines.")
  private boolean json;

  @Option(
      names = "--missing",
      paramLabel = "<file>",
      description =
          "Instead, tell for each NCT id in the file (one a line, - for standard input) whether it"
              + " is indexed, was rejected and why, or is not in the index.")
  private @Nullable Path missing;

  private final Console console;

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    IndexDirectory index = Service.directory(indexDir);
    Generation inService = Service.require(index);
    if (missing != null) {
      Service.requireGiven(missing.toString(), "the file of --missing");
      new IdCheck(console, json).print(inService, missing);
    } else {
      IndexInfo info = IndexInfo.read(index, inService);
      console.out().print(json ? info.toJson() : info.toText());
    }
    return ExitCode.DONE;
  }
}
