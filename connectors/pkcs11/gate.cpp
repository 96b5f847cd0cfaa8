// connectors/pkcs11/gate.cpp - counts the threads that are inside of the module.
#include "connectors/pkcs11/gate.hpp"

namespace ringside::connectors::pkcs11 {

Gate::Visit::Visit(Gate& gate) : gate_(gate) {
  std::unique_lock lock(gate_.mutex_);
  gate_.changed_.wait(lock, [this] { return !gate_.closed_; });
  ++gate_.inside_;
}

Gate::Visit::~Visit() {
  const std::scoped_lock lock(gate_.mutex_);
  --gate_.inside_;
  if (gate_.closed_ && gate_.inside_ == 0) gate_.changed_.notify_all();
}

void Gate::close() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !closed_; });
  closed_ = true;
  changed_.wait(lock, [this] { return inside_ == 0; });
}

void Gate::open() {
  const std::scoped_lock lock(mutex_);
  closed_ = false;
  changed_.notify_all();
}

}  // namespace ringside::connectors::pkcs11
