// connectors/java/src/dev/ringside/java/LoadedRing.java - the entries that a ring has for one type of key store.
package dev.ringside.java;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

final class LoadedRing {
  final RingImage image;
  final Map<String, StoreEntry> entries = new LinkedHashMap<>();  // the default certificate first

  private LoadedRing(RingImage image) {
    this.image = image;
  }

  /** Throws IOException if the scheme of the URL that was read is not one of this type. */
  static LoadedRing of(RingImage image, String type, char[] password) throws IOException, CertificateException {
    RingType rules = image.type(type);
    if (rules == null || !rules.opens) {
      Settings.debug("the scheme of the URL is not one of " + type);
      throw new IOException("Invalid keystore format");
    }
    LoadedRing ring = new LoadedRing(image);
    Certificate[] certificates = certificatesOf(image);
    for (int at : defaultFirst(image.entries)) {
      ring.entries.put(image.entries.get(at).alias, entryOf(image.entries.get(at), certificates, at, rules, password));
    }
    Settings.debug(String.format("%s/%s as %s: %d entries, update code %08x", image.owner, image.ring, type, ring.entries.size(),
        image.updateCode));
    return ring;
  }

  private static Certificate[] certificatesOf(RingImage image) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    Certificate[] certificates = new Certificate[image.entries.size()];
    for (int at = 0; at < certificates.length; ++at) {
      certificates[at] = factory.generateCertificate(new ByteArrayInputStream(image.entries.get(at).certificate));
    }
    return certificates;
  }

  private static List<Integer> defaultFirst(List<RingEntry> entries) {
    List<Integer> order = new ArrayList<>();
    for (int at = 0; at < entries.size(); ++at) {
      order.add(entries.get(at).isDefault ? 0 : order.size(), at);
    }
    return order;
  }

  private static StoreEntry entryOf(RingEntry read, Certificate[] certificates, int at, RingType rules, char[] password) {
    boolean isKey = read.key == RingEntry.CLEAR_KEY || (read.key == RingEntry.ICSF_KEY && rules.seesIcsfKeys);
    if (!isKey) {
      return StoreEntry.trusted(certificates[at], true);
    }
    Certificate[] chain = new Certificate[read.chain.length];
    for (int link = 0; link < chain.length; ++link) {
      chain[link] = certificates[read.chain[link]];
    }
    return StoreEntry.ofRing(read, chain, password);
  }

  /** Returns whether the URL names this ring. */
  boolean isOf(String url) {
    String path = url.substring(url.indexOf(':') + 1).replaceFirst("^/+", "");
    int slash = path.indexOf('/');
    String owner = slash < 0 ? Settings.user() : path.substring(0, slash).toUpperCase(Locale.ROOT);
    return image.owner.equals(owner) && image.ring.equals(path.substring(slash + 1));
  }
}
