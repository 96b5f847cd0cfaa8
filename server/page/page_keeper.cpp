// server/page/page_keeper.cpp - keeps the page of a lab, and makes it again when the lab has changed.
#include "server/page/page_keeper.hpp"

#include <utility>

namespace ringside::page {

std::shared_ptr<const Page> PageKeeper::page(lab::Lab& lab, const PageFacts& facts) {
  using std::chrono::hours;
  take_if_ready(std::chrono::milliseconds(0));
  State state{lab.data_version(), std::chrono::floor<hours>(lab.now()).time_since_epoch().count(), facts};
  if (made_ && state == state_of_made_) return made_;
  if (!making_.valid()) make(lab, std::move(state));
  take_if_ready(patience_);
  return made_ ? made_ : std::make_shared<const Page>(make_page(lab, facts, Depth::quick));
}

void PageKeeper::make(lab::Lab& lab, State state) {
  if (!worker_) worker_ = std::make_unique<base::WorkerPool>(1U);
  std::shared_ptr<lab::Lab> copy = lab.copy_in_memory();
  state_of_making_ = state;
  making_ = worker_->submit(
      [copy = std::move(copy), facts = std::move(state.facts)] { return make_page(*copy, facts, Depth::whole); });
}

void PageKeeper::take_if_ready(std::chrono::milliseconds wait) {
  if (!making_.valid() || making_.wait_for(wait) != std::future_status::ready) return;
  Page page = making_.get();
  // A page that differs in its time only is not news.
  if (!made_ || made_->etag != page.etag) made_ = std::make_shared<const Page>(std::move(page));
  state_of_made_ = std::exchange(state_of_making_, std::nullopt);
}

}  // namespace ringside::page
