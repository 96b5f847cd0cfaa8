// parser/jcl/stream.cpp - splits a job stream into jobs and statements.
#include "parser/jcl/stream.hpp"

#include <utility>

#include "parser/jcl/data.hpp"
#include "parser/jcl/operands.hpp"
#include "parser/jcl/records.hpp"

namespace ringside::parser {
namespace {

using Kind = JclRecords::Kind;

constexpr std::size_t delimiter_characters = 2;

class StreamReader {
 public:
  /// `member`: the text is a member of a library, so that a JOB statement does not begin a new text.
  StreamReader(std::string_view stream, bool member) : records_(stream), member_(member) {
    if (member_) begin();
  }

  std::vector<JclText> read(std::vector<RecordNote>& stray) && {
    while (!records_.at_end()) read_next();
    // Keeps the notes on records after the last job.
    auto& notes = texts_.empty() ? stray : texts_.back().notes;
    notes.insert(notes.end(), early_.notes.begin(), early_.notes.end());
    return std::move(texts_);
  }

 private:
  void read_next() {
    switch (records_.kind()) {
      case Kind::statement:
        return read_statement();
      case Kind::comment:
      case Kind::slash_asterisk:
        return read_passive(ReadStatement::Kind::passive);
      case Kind::null_statement:
        read_passive(ReadStatement::Kind::passive);
        ended_ = !member_ && !texts_.empty();
        return;
      case Kind::data:
        return read_stray_data();
    }
  }

  /// The text that the current record belongs to. Records between jobs belong to the next job.
  JclText& current() { return between_jobs() ? early_ : texts_.back(); }
  [[nodiscard]] bool between_jobs() const { return texts_.empty() || ended_; }

  void begin() {
    texts_.push_back(std::exchange(early_, {}));
    ended_ = false;
    first_ = true;
  }

  void read_passive(ReadStatement::Kind kind) {
    ReadStatement passive;
    passive.kind = kind;
    passive.statement.where = {records_.line(), 1};
    bool in_password = false;
    passive.images.push_back(jcl_image(records_.text(), in_password));
    ++current().records;
    current().statements.push_back(std::move(passive));
    records_.advance();
  }

  void read_statement() {
    ReadStatement read = read_jcl_statement(records_);
    const bool is_job = read.statement.operation == "JOB" && !member_;
    if (ended_ && !is_job) {
      early_.notes.push_back({"a null statement ended the job; what follows it is not read", read.statement.where});
      return;
    }
    if ((is_job && !first_) || between_jobs()) begin();
    first_ = false;
    JclText& text = texts_.back();
    text.records += static_cast<int>(read.images.size());
    text.notes.insert(text.notes.end(), read.notes.begin(), read.notes.end());
    JclDelimiter delimiter;
    read.in_stream = is_in_stream(read, delimiter);
    text.statements.push_back(std::move(read));
    if (text.statements.back().in_stream) read_data(delimiter);
  }

  /// Returns whether the statement is a DD with in-stream data. If its operands are in error, its data is read all the
  /// same, so that it is not taken for JCL, but DLM is ignored.
  static bool is_in_stream(ReadStatement& read, JclDelimiter& delimiter) {
    if (read.statement.operation != "DD") return false;
    const std::string first = read.field.substr(0, read.field.find(','));
    delimiter.ends_at_statement = first == "*";
    if (first != "*" && first != "DATA") return false;
    const auto operands = parse_jcl_operands(read.field);
    if (operands && !read.incomplete) read.statement.operands = *operands;
    const JclOperand* dlm = read.statement.find("DLM");
    if (dlm == nullptr) return true;
    if (dlm->text.size() != delimiter_characters) {
      read.errors.push_back({own_message(OwnMessage::rsd323i),
                             {"a delimiter is two characters", read.statement.where, read.images.front()},
                             0});
      return true;
    }
    delimiter.text = dlm->text;
    delimiter.by_default = false;
    return true;
  }

  void read_data(const JclDelimiter& delimiter) {
    InStreamData read = read_in_stream(records_, delimiter);
    JclText& text = texts_.back();
    text.records += static_cast<int>(read.records.size());
    text.notes.insert(text.notes.end(), read.notes.begin(), read.notes.end());
    text.statements.back().data = std::move(read.records);
    if (read.delimited) read_passive(ReadStatement::Kind::delimiter);
  }

  /// Reads records after no DD. JES2 makes a DD for them.
  void read_stray_data() {
    const Position where{records_.line(), 1};
    const std::string line = records_.text();
    std::vector<Record> stray;
    bool blank = true;
    for (; !records_.at_end() && records_.kind() == Kind::data && !records_.only_blanks_follow(); records_.advance()) {
      blank = blank && is_blank_record(records_.text());
      if (!between_jobs()) stray.push_back(in_stream_record(records_));
      ++current().records;
    }
    while (!records_.at_end() && records_.only_blanks_follow()) records_.advance();
    if (between_jobs()) {
      if (!blank) early_.notes.push_back({"records outside a job are not read", where});
    } else if (!stray.empty()) {
      generate_sysin(std::move(stray), where, line);
    }
  }

  void generate_sysin(std::vector<Record> data, Position where, const std::string& line) {
    ReadStatement& dd = texts_.back().statements.emplace_back();
    dd.statement.name = "SYSIN";
    dd.statement.operation = "DD";
    dd.statement.where = where;
    dd.field = "*";
    dd.images = {line};
    dd.in_stream = true;
    dd.generated = true;
    dd.data = std::move(data);
  }

  JclRecords records_;
  bool member_;
  std::vector<JclText> texts_;
  JclText early_;
  bool first_ = false;  ///< no statement of the text has been read yet
  bool ended_ = false;  ///< by a null statement
};

}  // namespace

std::vector<JclText> read_job_stream(std::string_view stream, std::vector<RecordNote>& stray) {
  return StreamReader(stream, false).read(stray);
}

JclText read_member(std::string_view text) {
  std::vector<RecordNote> stray;
  return std::move(StreamReader(text, true).read(stray).front());
}

}  // namespace ringside::parser
