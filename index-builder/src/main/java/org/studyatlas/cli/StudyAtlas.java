package org.studyatlas.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.util.Version;
import org.studyatlas.build.BuilderVersion;
import org.studyatlas.build.RejectedLimit;
import org.studyatlas.schema.FormatVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code studyatlas}: builds an index of the registry and looks after it. */
@Command(
    name = "studyatlas",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = StudyAtlas.VersionText.class,
    description = "Builds and checks an offline search index over a mirror of ClinicalTrials.gov.",
    synopsisSubcommandLabel = "COMMAND",
    usageHelpWidth = 100,
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      ExitCode.DONE_TEXT,
      ExitCode.FAILED_TEXT,
      ExitCode.USAGE_TEXT,
      ExitCode.REJECTED_TEXT,
      ExitCode.DIFFERENT_TEXT
    })
public final class StudyAtlas implements Runnable {

  /**
   * Says at every start that the incubating vector module is absent, which would save some percent;
   * docs/performance.md tells how to add it. Held here, since loggers are garbage collected.
   */
  private static final Logger VECTOR_NOTICE =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of every failure.")
  private boolean debug;

  private StudyAtlas() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // else some languages change the digits of what programs read
    VECTOR_NOTICE.setLevel(Level.SEVERE);
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    boolean bars = Terminals.bars(System.getenv());
    boolean colours = Terminals.colours(System.getenv());
    System.exit(run(new Console(System.in, out, err, bars, colours), args));
  }

  /** Runs a command and returns its exit code. */
  static int run(Console console, String... args) {
    StudyAtlas root = new StudyAtlas();
    CommandLine command = commandLine(root, console);
    int code = execute(root, command, args);
    if (console.out().checkError()) {
      console
          .err()
          .println(
              "studyatlas: standard output cannot be written; is its disk full or its reader"
                  + " gone?");
      code = ExitCode.FAILED;
    }
    console.err().flush();
    return code;
  }

  private static int execute(StudyAtlas root, CommandLine command, String... args) {
    try {
      return command.execute(args);
    } catch (Error e) {
      // picocli hands only exceptions to its handler.
      return new Faults(root).handle(e, command);
    }
  }

  /** All commands with their options. */
  static CommandLine commandLine(Console console) {
    return commandLine(new StudyAtlas(), console);
  }

  private static CommandLine commandLine(StudyAtlas root, Console console) {
    CommandLine command = new CommandLine(root);
    command.addSubcommand(new BuildCommand(console));
    command.addSubcommand(new VerifyCommand(console));
    command.addSubcommand(new InfoCommand(console));
    command.addSubcommand(new SampleCommand(console));
    command.addSubcommand(new CompletionCommand(console));
    command.addSubcommand(new CommandLine.HelpCommand());
    command.registerConverter(RejectedLimit.class, Values::rejectedLimit);
    command.registerConverter(LocalDateTime.class, Values::timestamp);
    command.setExpandAtFiles(false); // a name may begin with an @
    command.setOut(console.out());
    command.setErr(console.err());
    command.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    command.setParameterExceptionHandler(Faults::usage);
    command.setExecutionExceptionHandler(new Faults(root));
    return command;
  }

  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  /** What {@code --version} prints. */
  static final class VersionText implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "studyatlas %s (index format %d, Lucene %s, Java %s)"
            .formatted(
                BuilderVersion.get(),
                FormatVersion.CURRENT,
                Version.LATEST,
                System.getProperty("java.version"))
      };
    }
  }
}
