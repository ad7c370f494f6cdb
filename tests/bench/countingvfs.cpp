// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/countingvfs.h"

#include <sqlite3.h>

#include <atomic>
#include <cstddef>
#include <new>

namespace patronat::bench {

namespace {

std::atomic<std::uint64_t> databaseSyncs { 0 };
std::atomic<std::uint64_t> logSyncs { 0 };

/// A file of the real VFS with its methods replaced by counting ones; the real file lies behind it.
struct CountingFile {
    sqlite3_file base;
    bool isLog;
    sqlite3_file* real;
};

CountingFile& counting(sqlite3_file* file) { return *reinterpret_cast<CountingFile*>(file); }

int closeFile(sqlite3_file* file) { return counting(file).real->pMethods->xClose(counting(file).real); }
int readFile(sqlite3_file* file, void* to, int count, sqlite3_int64 at)
{
    return counting(file).real->pMethods->xRead(counting(file).real, to, count, at);
}
int writeFile(sqlite3_file* file, const void* from, int count, sqlite3_int64 at)
{
    return counting(file).real->pMethods->xWrite(counting(file).real, from, count, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return counting(file).real->pMethods->xTruncate(counting(file).real, size);
}
int syncFile(sqlite3_file* file, int flags)
{
    ++(counting(file).isLog ? logSyncs : databaseSyncs);
    return counting(file).real->pMethods->xSync(counting(file).real, flags);
}
int sizeFile(sqlite3_file* file, sqlite3_int64* size)
{
    return counting(file).real->pMethods->xFileSize(counting(file).real, size);
}
int lockFile(sqlite3_file* file, int level) { return counting(file).real->pMethods->xLock(counting(file).real, level); }
int unlockFile(sqlite3_file* file, int level)
{
    return counting(file).real->pMethods->xUnlock(counting(file).real, level);
}
int reservedFile(sqlite3_file* file, int* out)
{
    return counting(file).real->pMethods->xCheckReservedLock(counting(file).real, out);
}
int controlFile(sqlite3_file* file, int what, void* argument)
{
    return counting(file).real->pMethods->xFileControl(counting(file).real, what, argument);
}
int sectorFile(sqlite3_file* file) { return counting(file).real->pMethods->xSectorSize(counting(file).real); }
int traitsFile(sqlite3_file* file)
{
    return counting(file).real->pMethods->xDeviceCharacteristics(counting(file).real);
}
int mapFile(sqlite3_file* file, int page, int size, int extend, void volatile** out)
{
    return counting(file).real->pMethods->xShmMap(counting(file).real, page, size, extend, out);
}
int lockMap(sqlite3_file* file, int offset, int count, int flags)
{
    return counting(file).real->pMethods->xShmLock(counting(file).real, offset, count, flags);
}
void barrierMap(sqlite3_file* file) { counting(file).real->pMethods->xShmBarrier(counting(file).real); }
int unmapFile(sqlite3_file* file, int remove)
{
    return counting(file).real->pMethods->xShmUnmap(counting(file).real, remove);
}

const sqlite3_io_methods kMethods { 2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeFile, lockFile,
    unlockFile, reservedFile, controlFile, sectorFile, traitsFile, mapFile, lockMap, barrierMap, unmapFile, nullptr,
    nullptr };

sqlite3_vfs* realVfs = nullptr;
sqlite3_vfs countingVfs;

int openFile(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
{
    CountingFile& mine = counting(file);
    mine.base.pMethods = nullptr;
    mine.isLog = (flags & SQLITE_OPEN_WAL) != 0;
    mine.real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::byte*>(file) + sizeof(CountingFile));
    const int code = realVfs->xOpen(realVfs, name, mine.real, flags, outFlags);
    if (mine.real->pMethods != nullptr)
        mine.base.pMethods = &kMethods;
    return code;
}

} // namespace

void countSyncs()
{
    realVfs = sqlite3_vfs_find(nullptr);
    countingVfs = *realVfs;
    countingVfs.zName = "patronat-counting";
    countingVfs.szOsFile = static_cast<int>(sizeof(CountingFile)) + realVfs->szOsFile;
    countingVfs.xOpen = openFile;
    countingVfs.pNext = nullptr;
    sqlite3_vfs_register(&countingVfs, 1);
}

std::uint64_t syncsOfDatabases() { return databaseSyncs; }
std::uint64_t syncsOfLogs() { return logSyncs; }

} // namespace patronat::bench
