package org.studyatlas.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version of this program, written into a resource by the build. */
final class ServerVersion {

  private ServerVersion() {}

  static String text() {
    Properties properties = new Properties();
    try (InputStream in = ServerVersion.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("resource version.properties is missing");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("resource version.properties cannot be read", e);
    }
    return properties.getProperty("version", "unknown");
  }
}
