package org.studyatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The page {@code docs/cli.md} is the help of all commands. Write it anew with {@code mvn test -pl
 * index-builder -Dtest=CliPageTest -Dstudyatlas.writeDocs=true}.
 */
class CliPageTest {

  private static final Path PAGE = Path.of("../docs/cli.md");

  @Test
  void isTheHelpOfAllCommands() throws Exception {
    String page = page();
    if (Boolean.getBoolean("studyatlas.writeDocs")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).content().isEqualTo(page);
  }

  private static String page() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, false, false);
    CommandLine root = StudyAtlas.commandLine(console);
    StringBuilder page =
        new StringBuilder(
            """
            # Command line

            The help of all commands, written by a test: change the commands, not this page.

            Data goes to standard output, everything else to standard error. Progress is a bar on a
            terminal and otherwise a line every five seconds. `NO_COLOR` is honoured.

            **Wrong usage (2) or failed (1)?** 2 means that the same command line can never succeed:
            an option is wrong, a source is missing, cut short or no study data, the index directory
            is a file or not writable. 1 means that it might succeed another time or elsewhere: too
            little disk space or heap, another build running, a read or write that failed, a bug.

            What a build met is printed at its end, by `--json` as an object, which is also kept as
            `report.json` in the generation: the `counts`, the records that were `rejected` and the
            `fieldProblems` by code with the first ten of each, the `rejectedIds` with their codes,
            the `unknownFields`, and in `ignored` the `count` and the first ten names (`examples`) of
            files and zip entries that were not read, since their names are not those of studies.
            """);
    append(page, root);
    root.getSubcommands().values().stream().distinct().forEach(command -> append(page, command));
    return page.toString();
  }

  private static void append(StringBuilder page, CommandLine command) {
    StringWriter help = new StringWriter();
    command.usage(new PrintWriter(help), CommandLine.Help.Ansi.OFF);
    page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
    help.toString().lines().forEach(line -> page.append(line.stripTrailing()).append('\n'));
    page.append("```\n");
  }
}
