package org.studyatlas.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.studyatlas.build.UsageException;
import picocli.CommandLine;

/** Turns what went wrong into a message and an exit code. */
final class Faults implements CommandLine.IExecutionExceptionHandler {

  private final StudyAtlas root;

  Faults(StudyAtlas root) {
    this.root = root;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    return handle(failure, command);
  }

  /** Options that picocli does not understand: one line, and where help is. */
  static int usage(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(name(command) + ": " + lowerFirst(String.valueOf(e.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    return hint(command);
  }

  /** Prints a failure of a command. */
  int handle(Throwable failure, CommandLine command) {
    PrintWriter err = command.getErr();
    String name = name(command);
    switch (failure) {
      case UsageException e -> err.println(name + ": " + e.getMessage());
      case IOException e -> err.println(name + ": " + describe(e));
      case OutOfMemoryError e ->
          err.println(
              name
                  + ": out of memory; start Java with a larger heap, e.g. -Xmx2g, or fewer threads");
      default -> err.println(name + ": internal error, please report it:");
    }
    boolean bug = !(failure instanceof IOException || failure instanceof OutOfMemoryError);
    if (bug || root.debug()) {
      failure.printStackTrace(err);
    }
    return failure instanceof UsageException ? hint(command) : flushed(err, ExitCode.FAILED);
  }

  private static int hint(CommandLine command) {
    command.getErr().println("try '" + name(command) + " --help'");
    return flushed(command.getErr(), ExitCode.USAGE);
  }

  private static int flushed(PrintWriter err, int code) {
    err.flush();
    return code;
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  /** The message; Java gives some failures of the file system no words but the file's name. */
  private static String describe(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "no such file: " + e.getFile();
      case AccessDeniedException e -> "access denied: " + e.getFile();
      case FileSystemException e when e.getReason() == null ->
          e.getClass().getSimpleName() + ": " + e.getFile();
      default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
    };
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
