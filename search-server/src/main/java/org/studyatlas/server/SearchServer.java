package org.studyatlas.server;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.studyatlas.search.Lease;
import org.studyatlas.search.TypicalSearches;
import org.studyatlas.search.UnusableIndexException;

/**
 * Serves an index by HTTP: {@code SearchServer <index-dir> [options]}.
 *
 * <p>Exit codes: 0 done, 1 the index cannot be served, 2 wrong usage or no port to listen at. What
 * was asked for is printed on standard output, everything else on standard error.
 */
public final class SearchServer {

  private static final int UNUSABLE_INDEX = 1;
  private static final int WRONG_USAGE = 2;

  private final PrintStream out;
  private final PrintStream err;

  SearchServer(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the server until the process is told to stop. */
  public static void main(String[] args) throws InterruptedException {
    Locale.setDefault(Locale.ROOT); // else some languages change the digits of what programs read
    LuceneMessages.quieten();
    int code = new SearchServer(System.out, System.err).run(List.of(args), System.getenv());
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Does what the command line says; the result is the exit code. */
  int run(List<String> arguments, Map<String, String> environment) throws InterruptedException {
    try {
      CommandLine line = CommandLine.parse(arguments);
      if (line.task() == CommandLine.Task.HELP) {
        out.print(Help.text());
        return 0;
      }
      Configuration configuration = configuration(line, environment);
      if (line.task() == CommandLine.Task.PRINT_CONFIG) {
        out.print(configuration.print());
        return 0;
      }
      serve(ServerSettings.of(configuration));
      return 0;
    } catch (UsageException e) {
      return fail(e, WRONG_USAGE);
    } catch (UnusableIndexException e) {
      return fail(e, UNUSABLE_INDEX);
    }
  }

  private int fail(Exception reason, int code) {
    err.println("studyatlas serve: " + reason.getMessage());
    return code;
  }

  private static Configuration configuration(CommandLine line, Map<String, String> environment)
      throws UsageException {
    ConfigFile file = ConfigFile.find(line.findConfigFile(), Path.of(""));
    return Configuration.of(line.settings(), environment, file);
  }

  private void serve(ServerSettings settings)
      throws UsageException, UnusableIndexException, InterruptedException {
    RunningServer server = RunningServer.start(settings, List.of(new TypicalSearches()));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    out.println(startLine(server));
    out.flush();
    server.awaitStop();
  }

  private static String startLine(RunningServer server) {
    Optional<Lease> current = server.generations().findCurrent();
    String what =
        current.map(SearchServer::summary).orElseGet(() -> server.generations().absence());
    return String.format(
        Locale.ROOT,
        "StudyAtlas listens at %s (%s), started in %.1f s",
        server.url(),
        what,
        ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
  }

  private static String summary(Lease lease) {
    try (lease) {
      return Summary.of(lease.generation());
    }
  }
}
