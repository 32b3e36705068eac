// Preloaded into every child of `start`: when the parent is gone, whatever killed it, the IPC channel closes
// and the child ends itself, first politely, then for certain. Nothing is left running.
const patience = 8_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), patience).unref();
});
