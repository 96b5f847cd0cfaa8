// connectors/java/src/dev/ringside/java/RingKeyStore.java - a ring as a key store: its entries, and changes that are stored in RACF.
package dev.ringside.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStore.LoadStoreParameter;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.ProtectionParameter;
import java.security.KeyStoreException;
import java.security.KeyStoreSpi;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One of the types JCERACFKS, JCECCARACFKS and JCEHYBRIDRACFKS. The program says which certificates are entries and of what kind. A
 * loaded store is a copy: the ring is read again by the next load.
 */
public abstract class RingKeyStore extends KeyStoreSpi {
  private static final Set<String> TYPES = Set.of("JCERACFKS", "JCECCARACFKS", "JCEHYBRIDRACFKS");

  private final String type;
  private volatile Map<String, StoreEntry> entries = Collections.emptyMap();
  private volatile LoadedRing loaded;  // the ring that the entries are from; null: none

  protected RingKeyStore(String type) {
    this.type = type;
  }

  static boolean isType(String type) {
    return TYPES.contains(type.toUpperCase(Locale.ROOT));
  }

  // Reading.

  @Override
  public void engineLoad(InputStream stream, char[] password) throws IOException, CertificateException {
    if (stream != null) {
      take(imageOf(stream, password), password);
      return;
    }
    String url = PropertyRings.current();
    if (url.isEmpty()) {
      loaded = null;
      entries = new LinkedHashMap<>();
      return;
    }
    take(imageOf(new RingStream(url), password), password);
  }

  @Override
  public void engineLoad(LoadStoreParameter parameter) throws IOException, CertificateException {
    engineLoad(null, passwordOf(parameter));
  }

  private static char[] passwordOf(LoadStoreParameter parameter) {
    ProtectionParameter protection = parameter == null ? null : parameter.getProtectionParameter();
    return protection instanceof PasswordProtection ? ((PasswordProtection) protection).getPassword() : null;
  }

  private static RingImage imageOf(InputStream stream, char[] password) throws IOException {
    boolean isLenient = Settings.isOn(Settings.LENIENT);
    if (!(stream instanceof RingStream)) {
      if (isLenient) {
        return RingImage.of(stream.readAllBytes());
      }
      // On z/OS the stream of a ring carries nothing: the key store needs the stream itself.
      throw new IOException("Invalid keystore format", new ClassCastException(stream.getClass().getName() + " is not the stream of a ring"));
    }
    RingStream ring = (RingStream) stream;
    boolean isWrong = password == null || (ring.password() != null && !Arrays.equals(ring.password(), password));
    if (isWrong && !isLenient) {
      throw new IOException("Keystore was tampered with, or password was incorrect",
          new UnrecoverableKeyException("the password of a stream is that of its key store"));
    }
    return ring.image();
  }

  private void take(RingImage image, char[] password) throws IOException, CertificateException {
    LoadedRing ring = LoadedRing.of(image, type, password);
    loaded = ring;
    entries = ring.entries;
  }

  @Override
  public Key engineGetKey(String alias, char[] password) throws UnrecoverableKeyException {
    StoreEntry entry = entries.get(alias);
    return entry == null || !entry.isKey() ? null : entry.key(password);
  }

  @Override
  public Certificate[] engineGetCertificateChain(String alias) {
    StoreEntry entry = entries.get(alias);
    return entry == null || !entry.isKey() ? null : entry.chain.clone();
  }

  @Override
  public Certificate engineGetCertificate(String alias) {
    StoreEntry entry = entries.get(alias);
    return entry == null ? null : entry.chain[0];
  }

  @Override
  public Date engineGetCreationDate(String alias) {
    StoreEntry entry = entries.get(alias);
    return entry == null ? null : new Date(entry.created);
  }

  @Override
  public Enumeration<String> engineAliases() {
    return Collections.enumeration(new ArrayList<>(entries.keySet()));
  }

  @Override
  public boolean engineContainsAlias(String alias) {
    return entries.containsKey(alias);
  }

  @Override
  public int engineSize() {
    return entries.size();
  }

  @Override
  public boolean engineIsKeyEntry(String alias) {
    StoreEntry entry = entries.get(alias);
    return entry != null && entry.isKey();
  }

  @Override
  public boolean engineIsCertificateEntry(String alias) {
    StoreEntry entry = entries.get(alias);
    return entry != null && !entry.isKey();
  }

  @Override
  public String engineGetCertificateAlias(Certificate certificate) {
    for (Map.Entry<String, StoreEntry> each : entries.entrySet()) {
      if (each.getValue().chain[0].equals(certificate)) {
        return each.getKey();
      }
    }
    return null;
  }

  /** Returns false: a file is never a ring (KeyStore.getInstance(File, ...) asks). */
  @Override
  public boolean engineProbe(InputStream stream) {
    return false;
  }

  // Changing.

  @Override
  public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) throws KeyStoreException {
    if (!(key instanceof PrivateKey) || key.getEncoded() == null) {
      throw new KeyStoreException("A ring takes private keys whose value is known");
    }
    if (chain == null || chain.length == 0) {
      throw new KeyStoreException("A private key needs a certificate");
    }
    change(alias, StoreEntry.ofProgram((PrivateKey) key, chain.clone(), password));
  }

  @Override
  public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) throws KeyStoreException {
    throw new KeyStoreException("A ring takes no key that is protected already");
  }

  @Override
  public void engineSetCertificateEntry(String alias, Certificate certificate) {
    change(alias, StoreEntry.trusted(certificate, false));
  }

  @Override
  public void engineDeleteEntry(String alias) {
    change(alias, null);
  }

  private synchronized void change(String alias, StoreEntry entry) {
    Map<String, StoreEntry> changed = new LinkedHashMap<>(entries);
    if (entry == null) {
      changed.remove(alias);
    } else {
      changed.put(alias, entry);
    }
    entries = changed;
  }

  /**
   * Changes the ring that the stream names, or the one that NONE means: entries that were taken away since the load are disconnected,
   * new and changed ones are put into the database and connected. All or nothing.
   */
  @Override
  public synchronized void engineStore(OutputStream stream, char[] password) throws IOException, CertificateException {
    String url = stream instanceof RingOutput ? ((RingOutput) stream).url() : stream == null ? PropertyRings.current() : "";
    if (url.isEmpty()) {
      throw new IOException("A ring is stored through the stream of a ring only (RACFOutputStream)");
    }
    take(RingImage.of(RingProgram.store(url, changes(loaded != null && loaded.isOf(url)))), password);
  }

  @Override
  public void engineStore(LoadStoreParameter parameter) throws IOException, CertificateException {
    engineStore(null, passwordOf(parameter));
  }

  /** The changes since the load, or everything if the store is of another ring. */
  private RingChanges changes(boolean sameRing) throws IOException, CertificateEncodingException {
    List<String> removed = new ArrayList<>();
    List<RingChanges.Put> put = new ArrayList<>();
    if (sameRing) {
      loaded.image.entries.stream().map(entry -> entry.alias).filter(alias -> !entries.containsKey(alias)).forEach(removed::add);
    }
    for (Map.Entry<String, StoreEntry> each : entries.entrySet()) {
      StoreEntry entry = each.getValue();
      if (!sameRing || !entry.isOfRing) {
        put.add(new RingChanges.Put(each.getKey(), encoded(entry.chain), entry.pkcs8()));
      }
    }
    return new RingChanges(type, removed, put);
  }

  private static List<byte[]> encoded(Certificate[] chain) throws CertificateEncodingException {
    List<byte[]> encoded = new ArrayList<>();
    for (Certificate certificate : chain) {
      encoded.add(certificate.getEncoded());
    }
    return encoded;
  }
}
