// connectors/java/src/dev/ringside/java/Agent.java - brings the rings into a Java program that is started with -javaagent.
package dev.ringside.java;

import java.lang.instrument.Instrumentation;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** -javaagent:ringside-safkeyring.jar=lab=FILE,system=NAME,user=ID: the options are the names of Settings; a comma in a value is doubled. */
public final class Agent {
  private Agent() {}

  public static void premain(String options, Instrumentation instrumentation) {
    start(options);
  }

  public static void agentmain(String options, Instrumentation instrumentation) {
    start(options);
  }

  private static void start(String options) {
    try {
      refuseOnZos(System.getProperty("os.name", ""));
      set(options == null ? "" : options);
    } catch (IllegalArgumentException wrong) {
      System.err.println("ringside-safkeyring.jar: " + wrong.getMessage());
      Runtime.getRuntime().halt(1);
    }
    for (Provider provider : RingProvider.all()) {
      Security.addProvider(provider);
    }
    PropertyRings.putAside();
  }

  private static void refuseOnZos(String system) {
    if (system.equals("z/OS") || system.equals("OS/390")) {
      throw new IllegalArgumentException("on z/OS Java reads the rings of RACF itself, by providers of the same names");
    }
  }

  private static void set(String options) {
    for (String option : split(options)) {
      int equals = option.indexOf('=');
      String name = equals < 0 ? option : option.substring(0, equals);
      if (!Arrays.asList(Settings.NAMES).contains(name)) {
        throw new IllegalArgumentException("'" + option + "' is none of the options " + String.join(", ", Settings.NAMES));
      }
      String value = equals < 0 ? "on" : option.substring(equals + 1);
      if (name.equals(Settings.LEVEL) && !value.equals("8") && !value.equals("11")) {
        throw new IllegalArgumentException("'" + option + "': the level is 8 or 11");
      }
      System.setProperty(Settings.PREFIX + name, value);
    }
  }

  /** Splits at commas; two commas are one in the text. */
  static List<String> split(String options) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int at = 0; at < options.length(); ++at) {
      boolean isComma = options.charAt(at) == ',';
      if (isComma && (at + 1 == options.length() || options.charAt(at + 1) != ',')) {
        parts.add(part.toString());
        part.setLength(0);
        continue;
      }
      part.append(options.charAt(at));
      at += isComma ? 1 : 0;
    }
    parts.add(part.toString());
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
