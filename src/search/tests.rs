//! What is found where, by unpacking what Pagefind wrote.
