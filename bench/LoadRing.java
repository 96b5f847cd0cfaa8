// bench/LoadRing.java - the time of loading a ring, and of reading the same certificates from PEM, in one JVM.
//
// java -javaagent:ringside-safkeyring.jar=... LoadRing.java URL FILE COUNT, prints the two medians in milliseconds
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;

public class LoadRing {
  private static final char[] PASSWORD = "password".toCharArray();

  public static void main(String[] arguments) throws Exception {
    String url = arguments[0];
    Path pem = Path.of(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    double[] ring = new double[count];
    double[] file = new double[count];
    for (int round = -3; round < count; ++round) {  // three rounds to warm up
      long start = System.nanoTime();
      int members = fromRing(url);
      long between = System.nanoTime();
      if (members != fromPem(pem)) {
        throw new IllegalStateException("the ring and the file differ");
      }
      if (round >= 0) {
        ring[round] = (between - start) / 1e6;
        file[round] = (System.nanoTime() - between) / 1e6;
      }
    }
    System.out.println(median(ring) + " " + median(file));
  }

  private static int fromRing(String url) throws Exception {
    KeyStore store = KeyStore.getInstance("JCERACFKS");
    try (InputStream in = new URL(url).openStream()) {
      store.load(in, PASSWORD);
    }
    return store.size();
  }

  private static int fromPem(Path pem) throws Exception {
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    int members = 0;
    try (InputStream in = Files.newInputStream(pem)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("member" + members++, each);
      }
    }
    return members;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
