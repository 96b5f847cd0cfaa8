// connectors/java/src/dev/ringside/java/Settings.java - which lab, system and user a Java program reads rings with.
package dev.ringside.java;

import java.util.Locale;

/**
 * The settings of the process: system properties ringside.NAME, which the options of the agent set, else variables RINGSIDE_NAME of
 * the environment. They are read anew each time, so that a program can change them between two loads.
 */
final class Settings {
  static final String PREFIX = "ringside.";
  static final String LAB = "lab";          // file of the lab
  static final String SYSTEM = "system";    // empty: the only z/OS system of the lab
  static final String USER = "user";        // the user ID that the program runs under
  static final String PROGRAM = "program";  // the program ringside; by default the one in PATH
  static final String RING = "ring";        // what the key store NONE is
  static final String LEVEL = "level";      // 8 or 11: the URL schemes and providers of that Java; empty: those of both
  static final String HANDLER = "handler";  // off: no handler for schemes that are not built in
  static final String LENIENT = "lenient";  // accept what fails on z/OS
  static final String DEBUG = "debug";      // say on standard error what is read
  static final String ICSF = "icsf";        // opaque or clear: how keys in ICSF look

  static final String[] NAMES = {LAB, SYSTEM, USER, PROGRAM, RING, LEVEL, HANDLER, LENIENT, DEBUG, ICSF};

  private Settings() {}

  /** Returns the value; the empty text if it is not set. */
  static String value(String name) {
    String property = System.getProperty(PREFIX + name);
    if (property != null) {
      return property;
    }
    String variable = System.getenv("RINGSIDE_" + name.toUpperCase(Locale.ROOT));
    return variable == null ? "" : variable;
  }

  static String value(String name, String otherwise) {
    String value = value(name);
    return value.isEmpty() ? otherwise : value;
  }

  /** Returns whether an option is switched on: by 1, on or true. */
  static boolean isOn(String name) {
    String value = value(name);
    return value.equals("1") || value.equalsIgnoreCase("on") || value.equalsIgnoreCase("true");
  }

  /** Returns the level of Java; 0 if none is asked for. Another text than 8 and 11 is refused by the agent. */
  static int level() {
    String level = value(LEVEL);
    return level.equals("8") ? 8 : level.equals("11") ? 11 : 0;
  }

  static String user() {
    return value(USER, "IBMUSER").toUpperCase(Locale.ROOT);
  }

  static void debug(String text) {
    if (isOn(DEBUG)) {
      System.err.println("ringside: " + text);
    }
  }
}
