package org.studyatlas.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code studyatlas completion}. */
@Command(
    name = "completion",
    description = {
      "Prints the completion script for bash and zsh.",
      "",
      "To use it in this shell: source <(studyatlas completion)"
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.USAGE_TEXT})
final class CompletionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(AutoComplete.bash("studyatlas", spec.root().commandLine()));
    console.out().print('\n');
    return ExitCode.DONE;
  }
}
