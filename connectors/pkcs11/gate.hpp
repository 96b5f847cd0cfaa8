// connectors/pkcs11/gate.hpp - who is inside of the module, so that it is changed, and the process forks, only while
// nobody is.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace ringside::connectors::pkcs11 {

class Gate {
 public:
  /// While the object exists, a thread is inside. Waits while the gate is closed.
  class Visit {
   public:
    explicit Visit(Gate& gate);
    ~Visit();
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;

   private:
    Gate& gate_;
  };
  /// While the object exists, no thread is inside but the one that made it.
  class Closed {
   public:
    explicit Closed(Gate& gate) : gate_(gate) { gate_.close(); }
    ~Closed() { gate_.open(); }
    Closed(const Closed&) = delete;
    Closed& operator=(const Closed&) = delete;

   private:
    Gate& gate_;
  };

  /// Lets nobody in, and waits until all have left.
  void close();
  void open();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t inside_ = 0;
  bool closed_ = false;
};

}  // namespace ringside::connectors::pkcs11
