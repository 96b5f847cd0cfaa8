// connectors/java/src/dev/ringside/java/Scheme.java - the URL schemes of key rings, and which Java knows them.
package dev.ringside.java;

import java.util.Locale;

/**
 * The schemes. Those with the store type in them are built in from Java 11 on; for the others a Java needs a handler package, which
 * java.protocol.handler.pkgs names (IBM Semeru Runtime, Security Guide, "SAF"). Which store type opens which scheme, the program rules.
 */
enum Scheme {
  SAFKEYRING("com.ibm.crypto.provider", "com.ibm.crypto.hdwrCCA.provider", "com.ibm.crypto.ibmjcehybrid.provider",
      "com.ibm.crypto.zsecurity.provider"),
  SAFKEYRINGHW("com.ibm.crypto.hdwrCCA.provider"),
  SAFKEYRINGHYBRID("com.ibm.crypto.ibmjcehybrid.provider"),
  SAFKEYRINGJCE(),
  SAFKEYRINGJCECCA(),
  SAFKEYRINGJCEHYBRID();

  private final String[] handlerPackages;

  Scheme(String... handlerPackages) {
    this.handlerPackages = handlerPackages;
  }

  /** Returns the scheme of a URL or of a protocol's name in any case; null if it is none of a key ring. */
  static Scheme of(String url) {
    int colon = url.indexOf(':');
    String name = (colon < 0 ? url : url.substring(0, colon)).toUpperCase(Locale.ROOT);
    for (Scheme scheme : values()) {
      if (scheme.name().equals(name)) {
        return scheme;
      }
    }
    return null;
  }

  /** Returns whether the Java of the settings has a handler for it without java.protocol.handler.pkgs. */
  boolean isBuiltIn() {
    if (handlerPackages.length == 0) {
      return Settings.level() != 8;
    }
    return Settings.level() != 11 && !Settings.value(Settings.HANDLER).equals("off");
  }

  /** Returns whether a URL of it can be opened. */
  boolean isKnown() {
    return isBuiltIn() || isInHandlerPackages(System.getProperty("java.protocol.handler.pkgs", ""));
  }

  private boolean isInHandlerPackages(String named) {
    for (String each : named.split("\\|")) {
      for (String ours : handlerPackages) {
        if (ours.equals(each.trim())) {
          return true;
        }
      }
    }
    return false;
  }
}
