// connectors/java/src/dev/ringside/java/PropertyRings.java - rings that system properties name: the key store NONE.
package dev.ringside.java;

/**
 * On z/OS, javax.net.ssl.keyStore and trustStore take the URL of a ring. Other Javas open them as files, unless they are NONE. The agent
 * puts the URL aside, and NONE in its place.
 */
final class PropertyRings {
  private static final String JSSE = "javax.net.ssl.";
  private static final String[] STORES = {"keyStore", "trustStore"};

  private PropertyRings() {}

  /**
   * Puts aside the URLs of rings that this Java can open with a store type of rings. Others stay, so that they fail as they do
   * without a handler or with another type.
   */
  static void putAside() {
    for (String store : STORES) {
      String url = System.getProperty(JSSE + store, "");
      Scheme scheme = url.indexOf(':') < 0 ? null : Scheme.of(url);
      if (scheme != null && scheme.isKnown() && RingKeyStore.isType(System.getProperty(JSSE + store + "Type", ""))) {
        System.setProperty(Settings.PREFIX + store, url);
        System.setProperty(JSSE + store, "NONE");
      }
    }
  }

  /** Returns the URL of the ring that a load without a stream means; the empty text if there is none. */
  static String current() {
    String loader = StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
        .filter(name -> name.startsWith("sun.security.ssl.")).findFirst().orElse(""));
    String ring = loader.isEmpty() ? "" : put(loader.contains("TrustStoreManager") ? "trustStore" : "keyStore");
    return !ring.isEmpty() ? ring : named();
  }

  /** The ring that keytool and programs mean by NONE: that of the option ring=, else that of the properties. */
  private static String named() {
    String ring = Settings.value(Settings.RING);
    if (ring.isEmpty()) {
      ring = put("keyStore");
    }
    return ring.isEmpty() ? put("trustStore") : ring.indexOf(':') < 0 ? "safkeyring://" + ring : ring;
  }

  private static String put(String store) {
    return System.getProperty(Settings.PREFIX + store, "");
  }
}
