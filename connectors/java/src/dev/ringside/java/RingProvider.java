// connectors/java/src/dev/ringside/java/RingProvider.java - the security providers whose names IBM's Java has on z/OS.
package dev.ringside.java;

import com.ibm.crypto.hdwrCCA.provider.IBMJCECCA;
import com.ibm.crypto.ibmjcehybrid.provider.IBMJCEHYBRID;
import com.ibm.crypto.provider.IBMJCE;
import com.ibm.crypto.zsecurity.provider.IBMZSecurity;
import java.security.KeyStoreSpi;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;

/** A provider with one type of key store. */
public abstract class RingProvider extends Provider {
  private static final long serialVersionUID = 1;

  protected RingProvider(String name, String storeType, Class<? extends KeyStoreSpi> store) {
    super(name, "1.0", "Rings of a Ringside lab: " + storeType);
    putService(new Service(this, "KeyStore", storeType, store.getName(), null, null));
  }

  /** Adds what signs and decrypts with keys in ICSF. */
  protected final void putServicesForIcsf() {
    OpaqueService.all(this).forEach(this::putService);
  }

  /** Returns the providers of the Java that the settings ask for: IBMJCE is that of Java 8, IBMZSecurity that of Java 11. */
  static List<Provider> all() {
    List<Provider> all = new ArrayList<>();
    if (Settings.level() != 8) {
      all.add(new IBMZSecurity());
    }
    if (Settings.level() != 11) {
      all.add(new IBMJCE());
    }
    all.add(new IBMJCECCA());
    all.add(new IBMJCEHYBRID());
    return all;
  }
}
