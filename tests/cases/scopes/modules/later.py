from app import clients

clients.shared_by_all.status.get()
