// tests/interop/RingReader.java - opens key rings as a program of a user does, and says what came of it.
//
// Reads requests from standard input, one a line, its words parted by tabs. Each but "set" is answered by one line.
//   set NAME VALUE                   sets a system property; no value: takes it away
//   open TYPE URL                    the number of entries
//   open TYPE URL null               with null instead of a password
//   open TYPE URL wrapped            through a BufferedInputStream
//   stream CLASS TYPE USER RING      the same by a constructor of IBM's, CLASS(USER, RING, password)
//   empty TYPE                       load(null, password)
//   list TYPE URL                    of each entry alias, kind, SHA-256 and length of the chain
//   key TYPE URL ALIAS PASSWORD      algorithm, format and length of a private key
// A failure is answered by the exception as it prints itself.
import java.io.*;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.cert.Certificate;
import java.util.*;

public class RingReader {
  private static final char[] PASSWORD = "password".toCharArray();

  public static void main(String[] arguments) throws IOException {
    BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    for (String line; (line = requests.readLine()) != null;) {
      String[] words = line.split("\t", -1);
      if (words[0].equals("set"))
        set(words[1], words[2]);
      else
        answers.println(answer(words).replace('\n', ' '));
    }
  }

  private static void set(String name, String value) {
    if (value.isEmpty())
      System.clearProperty(name);
    else
      System.setProperty(name, value);
  }

  private static String answer(String[] words) {
    try {
      switch (words[0]) {
        case "open": return count(open(words[1], words[2], words.length > 3 ? words[3] : ""));
        case "stream": return count(load(words[2], stream(words[1], words[3], words[4]), PASSWORD));
        case "empty": return count(load(words[1], null, PASSWORD));
        case "list": return list(open(words[1], words[2], ""));
        case "key": return key(open(words[1], words[2], ""), words[3], words[4]);
        default: return "no such request: " + words[0];
      }
    } catch (Throwable refused) {
      return refused.toString();
    }
  }

  private static KeyStore open(String type, String url, String how) throws Exception {
    try (InputStream ring = new URL(url).openStream()) {
      return load(type, how.equals("wrapped") ? new BufferedInputStream(ring) : ring, how.equals("null") ? null : PASSWORD);
    }
  }

  private static KeyStore load(String type, InputStream ring, char[] password) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(ring, password);
    return store;
  }

  private static InputStream stream(String name, String user, String ring) throws Throwable {
    try {
      return (InputStream) Class.forName(name).getConstructor(String.class, String.class, char[].class)
          .newInstance(user, ring, PASSWORD);
    } catch (java.lang.reflect.InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static String count(KeyStore store) throws Exception {
    return store.size() + " entries";
  }

  private static String list(KeyStore store) throws Exception {
    List<String> entries = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      Certificate[] chain = store.getCertificateChain(alias);
      String kind = store.isKeyEntry(alias) ? "PrivateKeyEntry" : "trustedCertEntry";
      entries.add(String.join(", ", alias, kind, sha256(store.getCertificate(alias)), String.valueOf(chain == null ? 0 : chain.length)));
    }
    return String.join("; ", entries);
  }

  private static String sha256(Certificate certificate) throws Exception {
    StringBuilder hex = new StringBuilder();
    for (byte octet : MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
      hex.append(hex.length() == 0 ? "" : ":").append(String.format("%02X", octet));
    return hex.toString();
  }

  private static String key(KeyStore store, String alias, String password) throws Exception {
    Key key = store.getKey(alias, password.toCharArray());
    if (key == null) return "no key";
    return key.getAlgorithm() + " " + key.getFormat() + " " + (key.getEncoded() == null ? "null" : "encoded");
  }
}
